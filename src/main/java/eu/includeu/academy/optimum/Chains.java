package eu.includeu.academy.optimum;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The cheapest way up for a call, found as a shortest path. A course covers neighbouring steps, so the cover has the
 * consecutive-ones property: its matrix is totally unimodular and the best fractional answer is whole (Fulkerson and
 * Gross 1965; Nemhauser and Wolsey 1988, III.1). It falls apart into one shortest path for each height at which people
 * stand, over the few heights of a ladder.
 *
 * <p>What the path leaves out of account, time and conditions, can only make an answer dearer. So its cost is a bound for
 * every call, and where its answer happens to keep those rules it is the best there is.
 */
final class Chains {

    /**
     * The path answer.
     *
     * @param bound what it costs; no allowed answer costs less
     * @param seats in each course
     * @param best whether it keeps all rules, and so is the best
     */
    record Found(double bound, Map<String, Integer> seats, boolean best) {}

    private Chains() {}

    /**
     * Solves one call.
     *
     * @param price of a seat in a course
     * @param open what a place left open costs
     * @return empty where fewer people are missing on a higher step than on a lower one, which no ladder has
     */
    static Optional<Found> solve(Call call, Map<String, Course> courses, ToDoubleFunction<Course> price, double open) {
        var steps = call.places().size();
        var cheapest = new double[steps + 1];
        var taken = new Choice[steps];
        for (var height = steps - 1; height >= 0; height--) {
            cheapest[height] = open + cheapest[height + 1];
            for (var choice : call.choices()) {
                var cost = choice.covers(height)
                        ? price.applyAsDouble(courses.get(choice.course())) + cheapest[choice.to()]
                        : Double.POSITIVE_INFINITY;
                if (cost < cheapest[height] - 1e-9) {
                    cheapest[height] = cost;
                    taken[height] = choice;
                }
            }
        }
        var seats = new HashMap<String, Integer>();
        var bound = 0.0;
        var below = 0;
        for (var height = 0; height < steps; height++) {
            var standing = call.places().get(height) - below;
            if (standing < 0) {
                return Optional.empty();
            }
            below = call.places().get(height);
            bound += standing * cheapest[height];
            climb(taken, height, standing, seats);
        }
        return Optional.of(new Found(bound, seats, call.allows(seats, courses)));
    }

    private static void climb(Choice[] taken, int from, int people, Map<String, Integer> seats) {
        var height = from;
        while (people > 0 && height < taken.length) {
            var choice = taken[height];
            if (choice == null) {
                height++;
            } else {
                seats.merge(choice.course(), people, Integer::sum);
                height = choice.to();
            }
        }
    }
}
