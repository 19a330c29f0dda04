package eu.includeu.academy.pairing;

import eu.includeu.academy.authorities.Authority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs guests with hosts (section 7.4 of the domain guide): no host receives more than it offers (X1), no guest travels
 * more than it wants, nobody visits itself (X2), and nothing refused comes back. It depends on nothing but its arguments,
 * and not on their order: equals are told apart by their identifiers.
 *
 * @param possible pairs worth more than the threshold
 * @param rooms how many visits each host receives
 * @param trips how many visits each guest makes
 */
public record Pairing(List<Pair> possible, Map<Authority.Id, Integer> rooms, Map<Authority.Id, Integer> trips) {

    /** Two authorities, the guest first. */
    public record Two(Authority.Id guest, Authority.Id host) {}

    /** So many authorities can all be looked at with one another; above that each guest keeps its best hosts. */
    public static final int ALL_PAIRS = 2_000;

    public static final int BEST_HOSTS = 30;

    /** Worths are counted in millionths, so that sums are exact. */
    private static final double UNIT = 1e6;

    private static final Comparator<Pair> DEAREST =
            Comparator.comparingDouble((Pair pair) -> -pair.value()).thenComparing(Pair.ORDER);

    public Pairing {
        possible = possible.stream().sorted(Pair.ORDER).toList();
        rooms = Map.copyOf(rooms);
        trips = Map.copyOf(trips);
    }

    /**
     * What could be paired.
     *
     * @param seen what a guest has seen already, by guest and host
     * @param refused pairs that one of the two does not want
     * @param threshold what a visit must be worth more than
     */
    public static Pairing among(
            List<Peer> peers, BiFunction<Peer, Peer, Worth.Seen> seen, Set<Two> refused, double threshold) {
        return among(peers, seen, refused, threshold, peers.size() > ALL_PAIRS ? BEST_HOSTS : Integer.MAX_VALUE);
    }

    /** The same with so many hosts kept for each guest at most. */
    public static Pairing among(
            List<Peer> peers, BiFunction<Peer, Peer, Worth.Seen> seen, Set<Two> refused, double threshold, int most) {
        var hopes = new Hopes(peers.stream().filter(peer -> peer.hosts() > 0).toList());
        return new Pairing(
                peers.stream()
                        .filter(guest -> guest.visits() > 0 && !guest.wants().isEmpty())
                        .flatMap(guest -> best(guest, hopes.of(guest, threshold), seen, refused, threshold, most))
                        .toList(),
                peers.stream().collect(Collectors.toMap(Peer::id, Peer::hosts)),
                peers.stream().collect(Collectors.toMap(Peer::id, Peer::visits)));
    }

    /** The best hosts of a guest; the most promising are weighed first, and the others only while they could still be among them. */
    private static Stream<Pair> best(
            Peer guest,
            PriorityQueue<Hopes.Hope> hopes,
            BiFunction<Peer, Peer, Worth.Seen> seen,
            Set<Two> refused,
            double threshold,
            int most) {
        var best = new PriorityQueue<>(DEAREST.reversed());
        for (var hope = hopes.poll(); hope != null; hope = hopes.poll()) {
            if (best.size() == most && hope.most() < best.element().value()) {
                break;
            }
            var host = hope.host();
            if (refused.contains(new Two(guest.id(), host.id()))) {
                continue;
            }
            var pair = new Pair(guest.id(), host.id(), Worth.of(guest, host, seen.apply(guest, host)));
            if (pair.value() > threshold) {
                best.add(pair);
            }
            if (best.size() > most) {
                best.remove();
            }
        }
        return best.stream();
    }

    /**
     * The pairs that are worth most together: a b-matching of greatest weight, found as a flow of least cost. Each trip
     * ends at a host or at home, where it is worth nothing.
     */
    public Round ofGreatestWorth() {
        var guests = places(Pair::guest, 0);
        var hosts = places(Pair::host, guests.size());
        var sink = guests.size() + hosts.size();
        var flow = new CostFlow(sink + 1);
        var units = new int[guests.size()];
        guests.forEach((guest, node) -> {
            units[node] = trips.getOrDefault(guest, 0);
            flow.open(node, sink, units[node], 0);
        });
        var ways = possible.stream()
                .map(pair -> flow.open(
                        guests.getOrDefault(pair.guest(), 0),
                        hosts.getOrDefault(pair.host(), 0),
                        1,
                        -Math.round(pair.value() * UNIT)))
                .toList();
        hosts.forEach((host, node) -> flow.open(node, sink, rooms.getOrDefault(host, 0), 0));
        flow.send(units);
        var chosen = new ArrayList<Pair>();
        for (var at = 0; at < ways.size(); at++) {
            if (flow.sent(ways.get(at)) > 0) {
                chosen.add(possible.get(at));
            }
        }
        return round(chosen, Wishes.NONE);
    }

    /**
     * Pairs that no two would leave for each other: deferred acceptance, in which guests ask in the order of their wishes
     * and a host keeps the dearest of those who have asked so far. Stable, and the best stable one for guests.
     */
    public Round byWishes(Wishes wishes) {
        var asking = new ArrayDeque<Authority.Id>();
        var lists = new HashMap<Authority.Id, ArrayDeque<Pair>>();
        grouped(Pair::guest).forEach((guest, own) -> {
            lists.put(
                    guest,
                    new ArrayDeque<>(own.stream().sorted(wishes.ofGuests()).toList()));
            asking.addAll(Collections.nCopies(trips.getOrDefault(guest, 0), guest));
        });
        var kept = new HashMap<Authority.Id, PriorityQueue<Pair>>();
        while (!asking.isEmpty()) {
            var pair = Objects.requireNonNull(lists.get(asking.remove())).poll();
            if (pair == null) {
                continue;
            }
            var room = kept.computeIfAbsent(
                    pair.host(), host -> new PriorityQueue<>(wishes.ofHosts().reversed()));
            room.add(pair);
            if (room.size() > rooms.getOrDefault(pair.host(), 0)) {
                asking.add(room.remove().guest());
            }
        }
        return round(kept.values().stream().flatMap(PriorityQueue::stream).toList(), wishes);
    }

    public Round round(List<Pair> chosen, Wishes wishes) {
        return new Round(chosen, chosen.stream().mapToDouble(Pair::value).sum(), blocking(chosen, wishes));
    }

    /** Pairs not chosen of which both sides have room, or would give up somebody they were given. */
    private int blocking(List<Pair> chosen, Wishes wishes) {
        var taken = Set.copyOf(chosen);
        var byGuest = chosen.stream().collect(Collectors.groupingBy(Pair::guest));
        var byHost = chosen.stream().collect(Collectors.groupingBy(Pair::host));
        return (int) possible.stream()
                .filter(pair -> !taken.contains(pair))
                .filter(pair -> wants(pair, byGuest.get(pair.guest()), trips.get(pair.guest()), wishes.ofGuests()))
                .filter(pair -> wants(pair, byHost.get(pair.host()), rooms.get(pair.host()), wishes.ofHosts()))
                .count();
    }

    private static boolean wants(
            Pair pair, @Nullable List<Pair> given, @Nullable Integer room, Comparator<Pair> dearest) {
        var own = given == null ? List.<Pair>of() : given;
        return room != null
                && room > 0
                && (own.size() < room || own.stream().anyMatch(other -> dearest.compare(pair, other) < 0));
    }

    private TreeMap<Authority.Id, Integer> places(Function<Pair, Authority.Id> side, int first) {
        var places = new TreeMap<Authority.Id, Integer>(Pair.BY_ID);
        possible.stream().map(side).forEach(id -> places.put(id, 0));
        var next = first;
        for (var place : places.entrySet()) {
            place.setValue(next++);
        }
        return places;
    }

    private TreeMap<Authority.Id, List<Pair>> grouped(Function<Pair, Authority.Id> side) {
        return possible.stream()
                .collect(Collectors.groupingBy(side, () -> new TreeMap<>(Pair.BY_ID), Collectors.toList()));
    }
}
