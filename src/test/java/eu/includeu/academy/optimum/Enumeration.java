package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tries everything. It shares no line with the search: for each call every way of sitting, for all calls together the
 * cheapest for each number of seats in the shared courses, and the runs at the end.
 */
final class Enumeration {

    private final Puzzle puzzle;
    private final Map<String, Course> courses = new HashMap<>();
    private final List<String> shared = new ArrayList<>();

    private Enumeration(Puzzle puzzle) {
        this.puzzle = puzzle;
        for (var course : puzzle.courses()) {
            courses.put(course.id(), course);
            if (course.seats() > 0) {
                shared.add(course.id());
            }
        }
    }

    /** What the best answer costs, penalties included. */
    static long optimum(Puzzle puzzle) {
        return new Enumeration(puzzle).best();
    }

    private long best() {
        Map<List<Integer>, Long> cheapest = Map.of(shared.stream().map(id -> 0).toList(), 0L);
        for (var call : puzzle.calls()) {
            var rows = new HashMap<List<Integer>, Long>();
            sit(call, 0, new HashMap<>(), rows);
            var next = new HashMap<List<Integer>, Long>();
            cheapest.forEach((before, cost) ->
                    rows.forEach((own, more) -> next.merge(sum(before, own), cost + more, Math::min)));
            cheapest = next;
        }
        return cheapest.entrySet().stream()
                .mapToLong(each -> each.getValue() + runs(each.getKey()))
                .min()
                .orElseThrow();
    }

    private Course course(String id) {
        return Objects.requireNonNull(courses.get(id));
    }

    private long runs(List<Integer> taken) {
        var cost = 0L;
        for (var at = 0; at < shared.size(); at++) {
            var course = course(shared.get(at));
            for (var seats = 0; seats < taken.get(at); seats += course.seats()) {
                cost += course.fixed();
            }
        }
        return cost;
    }

    private static List<Integer> sum(List<Integer> one, List<Integer> other) {
        var sum = new ArrayList<Integer>();
        for (var at = 0; at < one.size(); at++) {
            sum.add(one.get(at) + other.get(at));
        }
        return sum;
    }

    private void sit(Call call, int at, Map<String, Integer> seats, Map<List<Integer>, Long> rows) {
        if (at == call.choices().size()) {
            if (keepsRules(call, seats)) {
                var key = shared.stream().map(id -> seats.getOrDefault(id, 0)).toList();
                rows.merge(key, cost(call, seats), Math::min);
            }
            return;
        }
        for (var people = 0; people <= call.people(); people++) {
            seats.put(call.choices().get(at).course(), people);
            sit(call, at + 1, seats, rows);
        }
        seats.remove(call.choices().get(at).course());
    }

    private boolean keepsRules(Call call, Map<String, Integer> seats) {
        var minutes = 0L;
        for (var choice : call.choices()) {
            minutes += (long) seats.getOrDefault(choice.course(), 0)
                    * course(choice.course()).minutes();
            for (var condition : choice.conditions()) {
                var given = condition.held();
                for (var giver : condition.givers()) {
                    given += seats.getOrDefault(giver, 0);
                }
                if (seats.getOrDefault(choice.course(), 0) > given) {
                    return false;
                }
            }
        }
        return minutes <= call.minutes();
    }

    private long cost(Call call, Map<String, Integer> seats) {
        var cost = 0L;
        for (var choice : call.choices()) {
            cost += seats.getOrDefault(choice.course(), 0)
                    * Math.round(puzzle.wage() * course(choice.course()).minutes() / 60.0);
        }
        for (var step = 0; step < call.places().size(); step++) {
            var open = call.places().get(step);
            for (var choice : call.choices()) {
                if (choice.from() <= step && step < choice.to()) {
                    open -= seats.getOrDefault(choice.course(), 0);
                }
            }
            cost += puzzle.penalty() * call.weight() * Math.max(0, open);
        }
        return cost;
    }
}
