package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way up for one call, found as a flow of least cost. A course covers neighbouring steps, so the rows of the
 * cover have the consecutive-ones property: taking each from the next turns them into a flow over the few heights of a
 * ladder (Veinott and Wagner 1962; Ahuja, Magnanti and Orlin 1993, 9.6). People come in where they stand, a seat carries
 * one of them up, a place left open does so at its penalty, and whoever stands higher may count as lower. Its best answer
 * is whole, and is found by shortest augmenting paths.
 *
 * <p>Seats that only those may take who hold something already are arcs of that width. What the flow leaves out of account, time and
 * what is given on the way, can only make an answer dearer. So its cost is a bound for every call, and where its answer
 * happens to keep those rules it is the best there is.
 */
final class Chains {

    /** Prices nearer to each other than this are the same. */
    private static final double EQUAL = 1e-7;

    /**
     * The answer of the flow.
     *
     * @param bound what it costs; no allowed answer costs less
     * @param seats in each course
     * @param best whether it keeps all rules, and so is the best
     */
    record Found(double bound, Map<String, Integer> seats, boolean best) {}

    /** A way from one height to another, and the same way back for whoever went it. */
    private static final class Arc {

        final int from;
        final int to;
        final double cost;
        final @Nullable String course;
        final int width;
        int taken;

        Arc(int from, int to, int width, double cost, @Nullable String course) {
            this.from = from;
            this.to = to;
            this.width = width;
            this.cost = cost;
            this.course = course;
        }
    }

    /** One arc on a path, gone as it leads or back. */
    private record Step(Arc arc, boolean back) {

        int start() {
            return back ? arc.to : arc.from;
        }

        int room() {
            return back ? arc.taken : arc.width - arc.taken;
        }

        void go(int people) {
            arc.taken += back ? -people : people;
        }
    }

    private final List<Arc> arcs = new ArrayList<>();
    private final int[] standing;

    private Chains(Call call, Map<String, Course> courses, ToDoubleFunction<Course> price, double open) {
        var places = call.places();
        standing = new int[places.size() + 1];
        for (var height = 0; height < places.size(); height++) {
            standing[height] += places.get(height);
            standing[height + 1] -= places.get(height);
            arcs.add(new Arc(height, height + 1, places.get(height), open, null));
            arcs.add(new Arc(height + 1, height, Integer.MAX_VALUE / 2, 0, null));
        }
        var offered = call.choices().stream().map(Choice::course).collect(Collectors.toSet());
        for (var choice : call.choices()) {
            var course = courses.get(choice.course());
            if (course != null && choice.from() < choice.to()) {
                var width = most(choice, offered, call.people());
                arcs.add(new Arc(choice.from(), choice.to(), width, price.applyAsDouble(course), course.id()));
            }
        }
    }

    /** So many may take a choice at most: all, or those who hold already what nothing on offer gives. */
    private static int most(Choice choice, Set<String> offered, int people) {
        return choice.conditions().stream()
                .filter(condition -> condition.givers().stream().noneMatch(offered::contains))
                .mapToInt(Choice.Condition::held)
                .reduce(people, Math::min);
    }

    /**
     * Solves one call.
     *
     * @param price of a seat in a course
     * @param open what a place left open costs
     */
    static Found solve(Call call, Map<String, Course> courses, ToDoubleFunction<Course> price, double open) {
        var chains = new Chains(call, courses, price, open);
        while (chains.lead()) {}
        var seats = new HashMap<String, Integer>();
        var bound = 0.0;
        for (var arc : chains.arcs) {
            bound += arc.taken * arc.cost;
            if (arc.course != null && arc.taken > 0) {
                seats.put(arc.course, arc.taken);
            }
        }
        return new Found(bound, seats, call.allows(seats, courses));
    }

    /** Leads as many as the cheapest path takes to where somebody is missing; false when nobody is. */
    private boolean lead() {
        var cost = new double[standing.length];
        var last = new @Nullable Step[standing.length];
        for (var height = 0; height < standing.length; height++) {
            cost[height] = standing[height] > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        while (relax(cost, last)) {}
        var end = -1;
        for (var height = 0; height < standing.length; height++) {
            if (standing[height] < 0 && (end < 0 || cost[height] < cost[end] - EQUAL)) {
                end = height;
            }
        }
        if (end < 0) {
            return false;
        }
        var start = end;
        var people = -standing[end];
        for (var step = last[end]; step != null; step = last[step.start()]) {
            people = Math.min(people, step.room());
            start = step.start();
        }
        people = Math.min(people, standing[start]);
        for (var step = last[end]; step != null; step = last[step.start()]) {
            step.go(people);
        }
        standing[start] -= people;
        standing[end] += people;
        return true;
    }

    /** Looks at every arc once, both ways; false when no height can be had for less (Bellman 1958). */
    private boolean relax(double[] cost, @Nullable Step[] last) {
        var cheaper = false;
        for (var arc : arcs) {
            if (arc.taken < arc.width && cost[arc.from] + arc.cost < cost[arc.to] - EQUAL) {
                cost[arc.to] = cost[arc.from] + arc.cost;
                last[arc.to] = new Step(arc, false);
                cheaper = true;
            }
            if (arc.taken > 0 && cost[arc.to] - arc.cost < cost[arc.from] - EQUAL) {
                cost[arc.from] = cost[arc.to] - arc.cost;
                last[arc.from] = new Step(arc, true);
                cheaper = true;
            }
        }
        return cheaper;
    }
}
