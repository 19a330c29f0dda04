package eu.includeu.academy.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
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
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Whatever happens in whatever order, the figures of a need are those that a full recomputation from the ledger and the
 * evidence gives (section 8 of the domain guide). Each order of things comes from a seed.
 */
@AcademyTest
@TestPropertySource(properties = "academy.trial=interleaving")
class InterleavingTest {

    private static final int PEOPLE = 6;
    private static final List<Competency.Id> COMPETENCIES = List.of(Examples.INTERPRETERS, Examples.LAW);

    @Autowired
    private Declaring declaring;

    @Autowired
    private Naming naming;

    @Autowired
    private Needs needs;

    @Autowired
    private Members members;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Settling settling;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void equalsAFullRecomputation(long seed) {
        var random = new Random(seed);
        var town = Town.of(environment, PEOPLE);
        for (var round = 0; round < 5; round++) {
            for (var step = 0; step < 12; step++) {
                happen(random, town);
            }
            agreeSoon(town, seed);
        }
    }

    /** The academy's own clock settles needs beside this test, so one of both may come a moment later. */
    private void agreeSoon(Town town, long seed) {
        await().atMost(Duration.ofSeconds(20)).ignoreException(Stale.class).untilAsserted(() -> {
            settle(town);
            all(town).forEach(need -> agrees(town, need, seed));
        });
    }

    /** Something that somebody does, or that befalls them; what is refused or comes too late changes nothing. */
    private void happen(Random random, Town town) {
        var competency = COMPETENCIES.get(random.nextInt(COMPETENCIES.size()));
        switch (random.nextInt(8)) {
            case 0, 1 ->
                tries(
                        town,
                        () -> declaring.declare(
                                town.coordinator, town.town, terms(random, competency), UUID.randomUUID()));
            case 2 ->
                any(
                        random,
                        town,
                        need -> declaring.withdraw(need.id(), "No longer.", town.coordinator, UUID.randomUUID()));
            case 3 ->
                any(
                        random,
                        town,
                        need -> naming.name(
                                need.id(), entries(random, town, need), town.coordinator, UUID.randomUUID()));
            case 4 -> any(random, town, need -> step(need, Need.Event.PLAN, town));
            case 5 ->
                any(
                        random,
                        town,
                        need -> declaring.close(
                                need.id(), random.nextBoolean(), "", town.coordinator, UUID.randomUUID()));
            case 6 ->
                town.owner("update evidence.evidence set valid_until = now() where official = '"
                        + official(random, town) + "' and valid_from < now() and valid_until is null and level = "
                        + (1 + random.nextInt(3)));
            default ->
                town.evidence(official(random, town), town.town, competency.value(), 1 + random.nextInt(3), "null");
        }
    }

    private Mono<Need> step(Need need, Need.Event event, Town town) {
        return Mono.fromSupplier(() -> need.apply(event, Need.Circumstances.on(clock.today(), 0)))
                .flatMap(after -> ledger.step(need, after, event, town.coordinator.id(), Map.of(), UUID.randomUUID()))
                .as(transaction::transactional);
    }

    private Terms terms(Random random, Competency.Id competency) {
        var target = 1 + random.nextInt(3);
        return new Terms(
                competency,
                random.nextInt(target),
                target,
                1 + random.nextInt(4),
                Terms.Weight.MEDIUM,
                clock.today().plusDays(1 + random.nextInt(60)),
                List.of("nl"),
                "");
    }

    private static List<Roll.Entry> entries(Random random, Town town, Need need) {
        var people = new ArrayList<>(town.officials);
        Collections.shuffle(people, random);
        return people.subList(0, random.nextInt(PEOPLE + 1)).stream()
                .map(official ->
                        new Roll.Entry(official, random.nextInt(need.terms().target())))
                .toList();
    }

    private static Account.Id official(Random random, Town town) {
        return town.officials.get(random.nextInt(PEOPLE));
    }

    private void any(Random random, Town town, java.util.function.Function<Need, Mono<Need>> act) {
        var all = all(town);
        if (!all.isEmpty()) {
            var need = all.get(random.nextInt(all.size()));
            tries(town, () -> act.apply(need));
        }
    }

    private static void tries(Town town, Supplier<Mono<Need>> act) {
        Mono.defer(act)
                .onErrorResume(Refused.class, refused -> Mono.empty())
                .onErrorResume(Stale.class, late -> Mono.empty())
                .contextWrite(Town.as(town.coordinator))
                .block();
    }

    private void settle(Town town) {
        COMPETENCIES.forEach(competency -> town.owner("insert into capacity.recount (authority, competency) values ('"
                + town.town + "', '" + competency + "')"));
        settling.settle().contextWrite(town.asHouse()).block();
        settling.settleDue().contextWrite(town.asHouse()).block();
    }

    private List<Need> all(Town town) {
        return town
                .rows("select id::text from capacity.need where authority = '" + town.town + "' order by id")
                .stream()
                .map(row -> as(town, () -> declaring.find(Need.Id.of(row.get(0)), town.coordinator)))
                .toList();
    }

    private void agrees(Town town, Need need, long seed) {
        var what = "seed " + seed + ", " + need;
        replays(town, need, what);
        var levels = levels(town, need);
        var expected = recomputed(need.terms(), levels, listed(town, need).isEmpty());
        assertThat(as(town, () -> members.of(need).as(transaction::transactional))
                        .coverage(need.terms()))
                .as(what)
                .isEqualTo(expected);
        if (need.state().open()) {
            assertThat(town.rows("select holders::text from capacity.need where id = '" + need.id() + "'"))
                    .as(what)
                    .containsExactly(List.of(String.valueOf(expected.holders())));
            assertThat(need.state() == Need.State.MET).as(what).isEqualTo(expected.full());
        }
    }

    /** The ledger alone gives the need: each line follows from the one before by a step that its life allows. */
    private void replays(Town town, Need need, String what) {
        var entries = as(town, () -> needs.ledger(need).as(transaction::transactional));
        var state = Need.State.DRAFT;
        for (var at = 0; at < entries.size(); at++) {
            var event = entries.get(at).event();
            assertThat(event.ordinal()).as(what).isEqualTo(at + 1);
            assertThat(event.was()).as(what).isEqualTo(state);
            assertThat(event.event().from(state)).as(what).isTrue();
            state = event.became();
        }
        assertThat(need.state()).as(what).isEqualTo(state);
        assertThat(need.version()).as(what).isEqualTo(entries.size());
        var terms = entries.stream()
                .map(entry -> entry.event().cause().get("terms"))
                .filter(Objects::nonNull)
                .map(term -> (Map<?, ?>) term)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(terms.get("staff")).as(what).isEqualTo(need.terms().staff());
        assertThat(terms.get("deadline"))
                .as(what)
                .isEqualTo(need.terms().deadline().toString());
    }

    private static Set<String> listed(Town town, Need need) {
        var listed = new HashSet<String>();
        town.rows("select official::text from capacity.listed where until is null and need = '" + need.id() + "'")
                .forEach(row -> listed.add(row.get(0)));
        return listed;
    }

    /** The level of each person the need is about, from the rows of evidence alone. */
    private static List<Integer> levels(Town town, Need need) {
        var rungs = new HashMap<String, Set<Integer>>();
        var listed = listed(town, need);
        town.officials.stream()
                .map(Account.Id::toString)
                .filter(official -> listed.isEmpty() || listed.contains(official))
                .forEach(official -> rungs.put(official, new HashSet<>()));
        town.rows("select official::text, level::text from evidence.evidence where competency = '"
                        + need.terms().competency()
                        + "' and valid_from <= now() and (valid_until is null or valid_until > now())")
                .forEach(row -> rungs.computeIfPresent(row.get(0), (official, held) -> {
                    held.add(Integer.valueOf(row.get(1)));
                    return held;
                }));
        return rungs.values().stream()
                .map(held -> (int)
                        IntStream.iterate(1, held::contains, level -> level + 1).count())
                .toList();
    }

    /** Section 6 of the domain guide, written down a second time. */
    private static Coverage recomputed(Terms terms, List<Integer> held, boolean unnamed) {
        var holders =
                (int) held.stream().filter(level -> level >= terms.target()).count();
        var gap = 0;
        var best = new ArrayList<>(held);
        best.sort(Collections.reverseOrder());
        for (var place = 0; place < terms.staff(); place++) {
            var own = place < best.size() ? best.get(place) : terms.current();
            var level = unnamed || place >= best.size() ? Math.max(own, terms.current()) : own;
            gap += Math.max(0, terms.target() - level);
        }
        return new Coverage(held.size(), holders, terms.staff(), gap);
    }

    private static <T> T as(Town town, Supplier<Mono<T>> question) {
        return Objects.requireNonNull(
                Mono.defer(question).contextWrite(Town.as(town.coordinator)).block());
    }
}
