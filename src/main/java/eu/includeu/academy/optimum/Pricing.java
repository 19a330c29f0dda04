package eu.includeu.academy.optimum;

import java.util.HashMap;
import java.util.Map;

/**
 * Solves a part in which more houses share runs than can be solved whole, by putting a price on a seat (Lagrangian
 * decomposition: Geoffrion 1974; Fisher 1981; for fixed charges, slope scaling by Kim and Pardalos 1999).
 *
 * <p>With a price {@code l[m] >= 0} on each seat the rule that shares the runs may be dropped, and the calls fall apart:
 *
 * <pre>L(l) = sum_n min (cost of n's seats at wage*h_m + l[m], and open places) + sum_m min_x (f_m - l[m]*cap_m) * x[m]</pre>
 *
 * <p>undercuts no answer. While {@code l[m] <= f_m / cap_m} the second sum is 0 and the first grows with {@code l}, so the
 * best of these bounds stands at {@code l[m] = f_m / cap_m}, the price of a seat in a full run. That bound is reported.
 * Answers come from rounding runs up; then the prices are moved towards what a seat really cost in runs that were not
 * full, and the calls are asked again. The cheapest of all answers is kept.
 */
final class Pricing {

    /** So many rounds without a better answer, and it ends. */
    private static final int PATIENCE = 3;

    private final Puzzle part;
    private final Map<String, Course> courses;
    private final Search search;
    private final int rounds;
    private final Watch watch;
    private double bound;
    private Answer best = Answer.NONE;
    private long cost;

    Pricing(Puzzle part, Search search, int rounds, Watch watch) {
        this.part = part;
        this.courses = part.byId();
        this.search = search;
        this.rounds = rounds;
        this.watch = watch;
        this.cost = best.total(part);
    }

    Search.Priced find() {
        Map<String, Double> prices = new HashMap<>();
        courses.values().forEach(course -> prices.put(course.id(), course.share()));
        var patience = PATIENCE;
        for (var round = 0; round < rounds && patience > 0 && !(round > 0 && watch.stopped()); round++) {
            var answer = ask(prices, round == 0);
            var before = cost;
            keep(answer);
            keep(fill(answer));
            patience = cost < before ? PATIENCE : patience - 1;
            adjust(prices, answer);
            watch.tell(new Watch.Progress(Watch.Phase.PRICE, round + 1, rounds, cost, bound));
        }
        return new Search.Priced(best, bound);
    }

    private Answer ask(Map<String, Double> prices, boolean bounding) {
        var seats = new HashMap<String, Map<String, Integer>>();
        var sum = 0.0;
        for (var call : part.calls()) {
            var priced = search.price(call, part, courses, course -> prices.getOrDefault(course.id(), 0.0));
            seats.putAll(priced.answer().seats());
            sum += priced.bound();
        }
        if (bounding) {
            bound = sum;
        }
        return new Answer(seats);
    }

    private void keep(Answer answer) {
        var total = answer.total(part);
        if (total < cost) {
            cost = total;
            best = answer;
        }
    }

    /** Seats that are paid for anyway cost only the time: whoever becomes cheaper by one takes it. */
    private Answer fill(Answer answer) {
        var seating = new Seating(part, answer);
        for (var call = 0; call < seating.calls(); call++) {
            var wanted = seating.call(call);
            var spare = new HashMap<String, Boolean>();
            for (var choice = 0; choice < wanted.choices().size(); choice++) {
                var course = seating.course(call, choice);
                spare.put(course.id(), !course.facilitated() || seating.spare(call, choice) > 0);
            }
            var chain = Chains.solve(
                    wanted,
                    courses,
                    course -> part.seat(course) + (Boolean.TRUE.equals(spare.get(course.id())) ? 0 : course.fixed()),
                    (double) part.penalty() * wanted.weight());
            if (chain.best()) {
                var row = seating.row(call, chain.seats());
                if (seating.difference(call, row) < 0) {
                    seating.set(call, row);
                }
            }
        }
        return seating.answer();
    }

    /** Half way to what a seat cost in the runs that were opened; where none was, half way back to a full run's. */
    private void adjust(Map<String, Double> prices, Answer answer) {
        var taken = answer.taken();
        for (var course : courses.values()) {
            if (!course.facilitated()) {
                continue;
            }
            var people = taken.getOrDefault(course.id(), 0);
            var real = people == 0 ? course.share() : (double) course.runs(people) * course.fixed() / people;
            prices.merge(course.id(), real, (before, now) -> (before + now) / 2);
        }
    }
}
