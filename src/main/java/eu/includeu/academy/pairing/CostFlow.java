package eu.includeu.academy.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A network through which units are sent one by one, each along the cheapest path there is then from its own node to the
 * sink; earlier units make way where that is cheaper for all. Successive shortest paths with potentials: with whole
 * capacities and whole costs the flow it ends with is whole and the cheapest of all. The work is O(F*E log V) for F units
 * sent; a search looks no further than the sink, so it mostly sees a small part of the network.
 *
 * <p>The network must have no cycle to begin with, its nodes be numbered so that every way leads to a higher number, and
 * from every node that sends something there must be room to the sink.
 */
final class CostFlow {

    private static final long FAR = Long.MAX_VALUE / 4;

    /** A way and, with it, the way back: they stand next to each other in the list. */
    private static final class Way {
        final int to;
        final long cost;
        int left;

        Way(int to, int left, long cost) {
            this.to = to;
            this.left = left;
            this.cost = cost;
        }
    }

    private record Reached(long distance, int node) {}

    private static final Comparator<Reached> NEAREST =
            Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::node);

    private final List<Way> ways = new ArrayList<>();
    private final List<List<Integer>> from;

    /** What the cheapest path to the sink costs, or less: with it no way costs less than nothing. */
    private final long[] potential;

    private final long[] distance;
    private final int[] arrived;
    private final int sink;

    /** With so many nodes, the last of which is the sink. */
    CostFlow(int nodes) {
        this.from = new ArrayList<>(nodes);
        for (var node = 0; node < nodes; node++) {
            from.add(new ArrayList<>());
        }
        this.potential = new long[nodes];
        this.distance = new long[nodes];
        this.arrived = new int[nodes];
        this.sink = nodes - 1;
        Arrays.fill(distance, FAR);
    }

    /** Opens a way, and gives the number by which to ask whether it was used. */
    int open(int source, int target, int capacity, long cost) {
        if (target <= source) {
            throw new IllegalArgumentException("A way leads on, not from " + source + " to " + target);
        }
        var number = ways.size();
        ways.add(new Way(target, capacity, cost));
        ways.add(new Way(source, 0, -cost));
        from.get(source).add(number);
        from.get(target).add(number + 1);
        return number;
    }

    /** Sends so many units from each node, the lowest first; the last number belongs to the node before the sink. */
    void send(int[] units) {
        begin();
        for (var node = 0; node < units.length; node++) {
            for (var unit = 0; unit < units[node]; unit++) {
                search(node);
                makeWay(node);
            }
        }
    }

    int sent(int way) {
        return ways.get(way + 1).left;
    }

    /** Cheapest costs before anything is sent: one pass against the order of the nodes, for there is no cycle yet. */
    private void begin() {
        Arrays.fill(potential, FAR);
        potential[sink] = 0;
        for (var node = sink - 1; node >= 0; node--) {
            for (var number : from.get(node)) {
                var way = ways.get(number);
                if (way.left > 0) {
                    potential[node] = Math.min(potential[node], way.cost + potential[way.to]);
                }
            }
        }
    }

    /** Dijkstra on costs that the potentials have made non-negative; stops at the sink, and draws the potentials after. */
    private void search(int start) {
        var touched = new ArrayList<Integer>();
        var open = new PriorityQueue<>(NEAREST);
        distance[start] = 0;
        touched.add(start);
        open.add(new Reached(0, start));
        while (!open.isEmpty() && open.peek().node() != sink) {
            var nearest = open.remove();
            if (nearest.distance() == distance[nearest.node()]) {
                lookAround(nearest.node(), open, touched);
            }
        }
        if (open.isEmpty()) {
            throw new IllegalStateException("There is no room for what node " + start + " sends");
        }
        var end = distance[sink];
        for (var node : touched) {
            potential[node] += Math.max(0, end - distance[node]);
            distance[node] = FAR;
        }
    }

    private void lookAround(int node, PriorityQueue<Reached> open, List<Integer> touched) {
        for (var number : from.get(node)) {
            var way = ways.get(number);
            if (way.left > 0 && potential[way.to] < FAR) {
                var reached = distance[node] + way.cost + potential[way.to] - potential[node];
                if (reached < distance[way.to]) {
                    distance[way.to] = reached;
                    arrived[way.to] = number;
                    touched.add(way.to);
                    open.add(new Reached(reached, way.to));
                }
            }
        }
    }

    private void makeWay(int start) {
        for (var node = sink; node != start; node = ways.get(arrived[node] ^ 1).to) {
            ways.get(arrived[node]).left--;
            ways.get(arrived[node] ^ 1).left++;
        }
    }
}
