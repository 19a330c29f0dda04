package eu.includeu.academy.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who visits whom, against every way there is of pairing a few, and against counting by hand. */
class PairingTest {

    private static final List<Competency.Id> COMPETENCIES =
            List.of(Competency.Id.of("HOU-2"), Competency.Id.of("XCU-4"), Competency.Id.of("EDU-1"));

    @Test
    void isWorthWhatEveryWayOfPairingIsWorthAtMost() {
        for (var seed = 0; seed < 400; seed++) {
            var pairing = pairing(peers(2 + seed % 5, new Random(seed)), seed);
            var best = pairing.ofGreatestWorth();
            assertThat(best.total()).as("seed %d", seed).isCloseTo(enumerated(pairing), within(1e-4));
            assertThat(pairs(best)).doesNotHaveDuplicates();
        }
    }

    @Test
    void dependsOnNoOrder() {
        for (var seed = 0; seed < 100; seed++) {
            var peers = peers(20, new Random(seed));
            var shuffled = new ArrayList<>(peers);
            Collections.shuffle(shuffled, new Random(seed + 1));
            assertThat(pairing(shuffled, seed).ofGreatestWorth())
                    .isEqualTo(pairing(peers, seed).ofGreatestWorth());
            assertThat(pairing(shuffled, seed).byWishes(wishes(peers, seed)))
                    .isEqualTo(pairing(peers, seed).byWishes(wishes(peers, seed)));
        }
    }

    @Test
    void keepsWithinWhatHostsAndGuestsOffer() {
        for (var seed = 0; seed < 200; seed++) {
            var peers = peers(25, new Random(seed));
            var byId = peers.stream().collect(Collectors.toMap(Peer::id, Function.identity()));
            var refused = refusals(peers, seed);
            var pairing = pairing(peers, seed);
            for (var round : List.of(pairing.ofGreatestWorth(), pairing.byWishes(wishes(peers, seed)))) {
                count(round, Pair::host).forEach((host, visits) -> assertThat(visits)
                        .isLessThanOrEqualTo(
                                Objects.requireNonNull(byId.get(host)).hosts()));
                count(round, Pair::guest).forEach((guest, visits) -> assertThat(visits)
                        .isLessThanOrEqualTo(
                                Objects.requireNonNull(byId.get(guest)).visits()));
                assertThat(round.pairs()).noneMatch(pair -> pair.guest().equals(pair.host()));
                assertThat(round.pairs())
                        .noneMatch(pair -> refused.contains(new Pairing.Two(pair.guest(), pair.host())));
                assertThat(round.pairs()).allMatch(pair -> pair.value() > 0.05);
                assertThat(pairs(round)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void leavesNobodyWhoWouldLeaveForEachOther() {
        var everBlocked = 0;
        for (var seed = 0; seed < 200; seed++) {
            var peers = peers(15, new Random(seed));
            var wishes = wishes(peers, seed);
            var pairing = pairing(peers, seed);
            var stable = pairing.byWishes(wishes);
            assertThat(stable.blocking()).isZero();
            assertThat(blocking(pairing, stable, wishes)).isZero();
            assertThat(stable.total())
                    .isLessThanOrEqualTo(pairing.ofGreatestWorth().total() + 1e-6);

            var best = pairing.round(pairing.ofGreatestWorth().pairs(), wishes);
            assertThat(best.blocking()).isEqualTo(blocking(pairing, best, wishes));
            everBlocked += best.blocking();
        }
        assertThat(everBlocked).isPositive();
    }

    @Test
    void weighsAVisitAsTheDomainGuideDoes() {
        var guest = new Peer(
                id(1),
                "EL",
                "EL61",
                List.of("el", "en"),
                false,
                60_000,
                0,
                1,
                Map.of(COMPETENCIES.get(0), new Peer.Strength(1, 20, false)),
                Map.of(COMPETENCIES.get(0), 4, COMPETENCIES.get(1), 2));
        var host = new Peer(
                id(2),
                "IT",
                "ITI1",
                List.of("it", "en"),
                false,
                150_000,
                1,
                0,
                Map.of(COMPETENCIES.get(0), new Peer.Strength(8, 20, true)),
                Map.of());
        var km = (int) Math.round(
                Place.of("EL61").orElseThrow().kilometresTo(Place.of("ITI1").orElseThrow()));
        var worth = Worth.of(guest, host, new Worth.Seen(0, 2));
        assertThat(worth.value())
                .isCloseTo(
                        4 * (0.4 - 0.05 * 0.6) * 1 * (0.5 + 0.5 * Math.exp(-km / 800.0)) * 0.85 * 0.8, within(1e-12));
        assertThat(worth.topics()).hasSize(1);
        assertThat(worth.shared()).isEqualTo("en");
        assertThat(worth.kilometres()).isEqualTo(km).isBetween(950, 1150);
        assertThat(Worth.of(guest, host, new Worth.Seen(1, 7)).novelty()).isCloseTo(0.2, within(1e-12));
        assertThat(Worth.of(host, guest, Worth.Seen.NOTHING).value()).isZero();
    }

    @Test
    void speaksThroughAnInterpreterOnlyWhereOneIsAgreed() {
        var guest = speaking("el", false);
        assertThat(Worth.of(guest, speaking("el", false), Worth.Seen.NOTHING).language())
                .isEqualTo(1);
        assertThat(Worth.of(guest, speaking("nl", true), Worth.Seen.NOTHING).language())
                .isEqualTo(0.6);
        assertThat(Worth.of(guest, speaking("nl", false), Worth.Seen.NOTHING).language())
                .isZero();
    }

    @Test
    @Timeout(60)
    void keepsTheThirtyBestHostsWhereThereAreThousands() {
        var peers = peers(2_200, new Random(7));
        var began = System.nanoTime();
        var pairing = pairing(peers, 7);
        assertThat(pairing.possible().stream()
                        .collect(Collectors.groupingBy(Pair::guest, Collectors.counting()))
                        .values())
                .allMatch(hosts -> hosts <= Pairing.BEST_HOSTS);
        var best = pairing.ofGreatestWorth();
        assertThat(best.pairs()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }

    /** The best of all ways, by trying each pair with and without. */
    private static double enumerated(Pairing pairing) {
        return enumerated(pairing, 0, new HashMap<>(pairing.rooms()), new HashMap<>(pairing.trips()));
    }

    private static double enumerated(
            Pairing pairing, int at, Map<Authority.Id, Integer> rooms, Map<Authority.Id, Integer> trips) {
        if (at == pairing.possible().size()) {
            return 0;
        }
        var pair = pairing.possible().get(at);
        var without = enumerated(pairing, at + 1, rooms, trips);
        if (rooms.getOrDefault(pair.host(), 0) == 0 || trips.getOrDefault(pair.guest(), 0) == 0) {
            return without;
        }
        rooms.merge(pair.host(), -1, Integer::sum);
        trips.merge(pair.guest(), -1, Integer::sum);
        var with = pair.value() + enumerated(pairing, at + 1, rooms, trips);
        rooms.merge(pair.host(), 1, Integer::sum);
        trips.merge(pair.guest(), 1, Integer::sum);
        return Math.max(with, without);
    }

    /** Written apart from the code it checks: for each pair not chosen, would both gain? */
    private static int blocking(Pairing pairing, Round round, Wishes wishes) {
        var blocking = 0;
        for (var pair : pairing.possible()) {
            if (round.pairs().contains(pair)) {
                continue;
            }
            var ofGuest = round.pairs().stream()
                    .filter(other -> other.guest().equals(pair.guest()))
                    .toList();
            var ofHost = round.pairs().stream()
                    .filter(other -> other.host().equals(pair.host()))
                    .toList();
            var guestGains = ofGuest.size() < pairing.trips().getOrDefault(pair.guest(), 0)
                    || ofGuest.stream().anyMatch(other -> wishes.ofGuests().compare(pair, other) < 0);
            var hostGains = ofHost.size() < pairing.rooms().getOrDefault(pair.host(), 0)
                    || ofHost.stream().anyMatch(other -> wishes.ofHosts().compare(pair, other) < 0);
            blocking += guestGains && hostGains ? 1 : 0;
        }
        return blocking;
    }

    private static Pairing pairing(List<Peer> peers, int seed) {
        return Pairing.among(
                peers,
                (guest, host) -> new Worth.Seen(
                        Math.floorMod(guest.id().hashCode() + host.id().hashCode(), 7) == 0 ? 1 : 0,
                        Math.floorMod(guest.id().hashCode(), 4)),
                refusals(peers, seed),
                0.05);
    }

    private static Set<Pairing.Two> refusals(List<Peer> peers, int seed) {
        var sorted = peers.stream().map(Peer::id).sorted(Pair.BY_ID).toList();
        var random = new Random(seed + 1_000);
        var refused = new HashSet<Pairing.Two>();
        for (var at = 0; at < sorted.size(); at++) {
            refused.add(new Pairing.Two(
                    sorted.get(random.nextInt(sorted.size())), sorted.get(random.nextInt(sorted.size()))));
        }
        return refused;
    }

    private static Wishes wishes(List<Peer> peers, int seed) {
        var sorted = peers.stream().map(Peer::id).sorted(Pair.BY_ID).toList();
        var random = new Random(seed + 2_000);
        var hosts = new HashMap<Authority.Id, List<Authority.Id>>();
        var guests = new HashMap<Authority.Id, List<Authority.Id>>();
        for (var id : sorted) {
            hosts.put(id, some(sorted, random));
            guests.put(id, some(sorted, random));
        }
        return new Wishes(hosts, guests);
    }

    private static List<Authority.Id> some(List<Authority.Id> all, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), random.nextInt(5))));
    }

    private static Peer speaking(String language, boolean interpreter) {
        return new Peer(id(3), "EL", "EL61", List.of(language), interpreter, null, 1, 1, Map.of(), Map.of());
    }

    private static List<Peer> peers(int count, Random random) {
        return Examples.peers(count, COMPETENCIES, 2, random);
    }

    private static Authority.Id id(long number) {
        return Examples.id(number);
    }

    private static List<Pairing.Two> pairs(Round round) {
        return round.pairs().stream()
                .map(pair -> new Pairing.Two(pair.guest(), pair.host()))
                .toList();
    }

    private static Map<Authority.Id, Integer> count(Round round, Function<Pair, Authority.Id> side) {
        return round.pairs().stream().collect(Collectors.toMap(side, pair -> 1, Integer::sum));
    }
}
