package eu.includeu.academy.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A network through which units are sent one path at a time, always along the cheapest path there is, until no path pays
 * any more. Successive shortest paths with potentials: with whole capacities and whole costs the flow it ends with is whole
 * and the cheapest of all. The work is O(F*E log V) for F units sent.
 *
 * <p>The network must have no cycle to begin with, and its nodes be numbered so that every way leads to a higher number.
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
    private final long[] potential;
    private final long[] distance;
    private final int[] arrived;
    private final int sink;

    /** With so many nodes; the first is the source and the last the sink. */
    CostFlow(int nodes) {
        this.from = new ArrayList<>(nodes);
        for (var node = 0; node < nodes; node++) {
            from.add(new ArrayList<>());
        }
        this.potential = new long[nodes];
        this.distance = new long[nodes];
        this.arrived = new int[nodes];
        this.sink = nodes - 1;
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

    /** Sends unit after unit while each lowers the cost; gives the cost in the end. */
    long sendWhatPays() {
        begin();
        var total = 0L;
        while (search() && potential[sink] - potential[0] < 0) {
            total += send();
        }
        return total;
    }

    int sent(int way) {
        return ways.get(way + 1).left;
    }

    /** Cheapest distances before anything is sent: one pass in the order of the nodes, for there is no cycle yet. */
    private void begin() {
        Arrays.fill(potential, FAR);
        potential[0] = 0;
        for (var node = 0; node < sink; node++) {
            if (potential[node] < FAR) {
                for (var number : from.get(node)) {
                    var way = ways.get(number);
                    if (way.left > 0) {
                        potential[way.to] = Math.min(potential[way.to], potential[node] + way.cost);
                    }
                }
            }
        }
    }

    /** Dijkstra on costs that the potentials have made non-negative; stops at the sink. */
    private boolean search() {
        Arrays.fill(distance, FAR);
        distance[0] = 0;
        var open = new PriorityQueue<>(NEAREST);
        open.add(new Reached(0, 0));
        while (!open.isEmpty() && open.peek().node() != sink) {
            var nearest = open.remove();
            if (nearest.distance() == distance[nearest.node()]) {
                lookAround(nearest.node(), open);
            }
        }
        if (distance[sink] >= FAR) {
            return false;
        }
        for (var node = 0; node <= sink; node++) {
            potential[node] += Math.min(distance[node], distance[sink]);
        }
        return true;
    }

    private void lookAround(int node, PriorityQueue<Reached> open) {
        for (var number : from.get(node)) {
            var way = ways.get(number);
            if (way.left > 0) {
                var reduced = distance[node] + way.cost + potential[node] - potential[way.to];
                if (reduced < distance[way.to]) {
                    distance[way.to] = reduced;
                    arrived[way.to] = number;
                    open.add(new Reached(reduced, way.to));
                }
            }
        }
    }

    private long send() {
        var cost = 0L;
        for (var node = sink; node != 0; node = ways.get(arrived[node] ^ 1).to) {
            var way = ways.get(arrived[node]);
            way.left--;
            ways.get(arrived[node] ^ 1).left++;
            cost += way.cost;
        }
        return cost;
    }
}
