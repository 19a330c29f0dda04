package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A first answer: again and again the seats, or the run, that cost least for each place newly covered, weights counted.
 * For pure weighted set multi-cover this costs at most {@code H(k) = 1 + 1/2 + ... + 1/k} times the best, with k the most
 * places that one course covers (Chvátal 1979; Dobson 1982; Rajagopalan and Vazirani 1998). With prerequisites the ratio does not hold;
 * there the gap to the bound is shown instead (section 7.2 of the domain guide).
 */
final class Greedy {

    /**
     * Something that could be done next.
     *
     * @param rows how the calls would sit then; none of them twice
     * @param cost more, in cents, the open places left out of account
     * @param gain places newly covered, each by its weight
     */
    private record Move(List<Row> rows, long cost, long gain, String course) {

        /** Compares two prices for one place without dividing. */
        static final Comparator<Move> ORDER = ((Comparator<Move>)
                        (one, other) -> Long.compare(one.cost * other.gain, other.cost * one.gain))
                .thenComparing(Comparator.comparingLong(Move::gain).reversed())
                .thenComparing(Move::course)
                .thenComparing(move -> move.rows.get(0).call);
    }

    private record Row(int call, int[] seats, long cost, long gain, int sitting) {}

    private final Seating seating;
    private final long penalty;

    private Greedy(Puzzle puzzle, Answer start) {
        this.seating = new Seating(puzzle, start);
        this.penalty = puzzle.penalty();
    }

    /** From nothing. */
    static Answer answer(Puzzle puzzle) {
        return answer(puzzle, Answer.NONE);
    }

    /** From what is there already; that is left as it is and added to. */
    static Answer answer(Puzzle puzzle, Answer start) {
        var greedy = new Greedy(puzzle, start);
        Optional<Move> move = greedy.next();
        while (move.isPresent()) {
            move.get().rows().forEach(row -> greedy.seating.set(row.call(), row.seats()));
            move = greedy.next();
        }
        return greedy.seating.answer();
    }

    private Optional<Move> next() {
        var moves = new ArrayList<Move>();
        var runs = new TreeMap<String, List<Row>>();
        for (var call = 0; call < seating.calls(); call++) {
            var choices = seating.call(call).choices();
            for (var choice = 0; choice < choices.size(); choice++) {
                var row = seat(call, choice);
                if (row == null) {
                    continue;
                }
                var course = seating.course(call, choice);
                moves.add(new Move(List.of(row), row.cost(), row.gain(), course.id()));
                if (course.facilitated() && seating.spare(call, choice) == 0) {
                    runs.computeIfAbsent(course.id(), id -> new ArrayList<>()).add(row);
                }
            }
        }
        runs.forEach((course, rows) -> run(course, rows).ifPresent(moves::add));
        return moves.stream()
                .filter(move -> move.cost() < penalty * move.gain())
                .min(Move.ORDER);
    }

    /** A new run, filled with those who gain most from it: the same price for each, so the most places first. */
    private Optional<Move> run(String id, List<Row> candidates) {
        var chosen = new ArrayList<Row>();
        var free = 0;
        for (var row : candidates.stream()
                .sorted(Comparator.comparingLong((Row row) -> -row.gain() / Math.max(1, row.sitting()))
                        .thenComparingInt(Row::call))
                .toList()) {
            var course = course(row, id);
            free = chosen.isEmpty() ? course.seats() : free;
            if (row.sitting() <= free) {
                chosen.add(row);
                free -= row.sitting();
            }
        }
        if (chosen.size() < 2) {
            return Optional.empty();
        }
        var course = course(chosen.get(0), id);
        var seats = chosen.stream().mapToInt(Row::sitting).sum();
        var alone = chosen.stream()
                .mapToLong(row -> row.cost() - course.runs(row.sitting()) * course.fixed())
                .sum();
        return Optional.of(new Move(
                chosen,
                alone + course.runs(seats) * course.fixed(),
                chosen.stream().mapToLong(Row::gain).sum(),
                id));
    }

    private Course course(Row row, String id) {
        var choices = seating.call(row.call()).choices();
        for (var choice = 0; choice < choices.size(); choice++) {
            if (choices.get(choice).course().equals(id)) {
                return seating.course(row.call(), choice);
            }
        }
        throw new IllegalStateException(id);
    }

    /** As many as it newly covers in one go, with those who must be given something first; fewer if time is short. */
    private @Nullable Row seat(int call, int choice) {
        var before = seating.row(call);
        var most = useful(call, choice, before);
        for (var people = most; people > 0; people /= 2) {
            var row = before.clone();
            if (sit(call, choice, people, row, new HashSet<>()) && seating.allows(call, row)) {
                var gain = (seating.open(call, before) - seating.open(call, row))
                        * seating.call(call).weight();
                var cost = seating.difference(call, row) + penalty * gain;
                return gain > 0 ? new Row(call, row, cost, gain, people) : null;
            }
        }
        return null;
    }

    /** So many that each seat still covers as many open steps as the first. */
    private int useful(int call, int choice, int[] row) {
        var wanted = seating.call(call).choices().get(choice);
        var least = 0;
        for (var step = wanted.from(); step < wanted.to(); step++) {
            var open = seating.call(call).places().get(step) - seating.cover(call, row, step);
            if (open > 0) {
                least = least == 0 ? open : Math.min(least, open);
            }
        }
        return Math.min(least, seating.call(call).people() - row[choice]);
    }

    /** Seats them, and first gives them what is asked for, by the cheapest way; false if there is none. */
    private boolean sit(int call, int choice, int people, int[] row, Set<Integer> above) {
        if (!above.add(choice)) {
            return false;
        }
        row[choice] += people;
        for (var condition : seating.call(call).choices().get(choice).conditions()) {
            var lacking = row[choice] - condition.held() - given(call, condition, row);
            if (lacking > 0 && !give(call, condition, lacking, row, above)) {
                return false;
            }
        }
        above.remove(choice);
        return true;
    }

    private boolean give(int call, Choice.Condition condition, int people, int[] row, Set<Integer> above) {
        var choices = seating.call(call).choices();
        var cheapest = -1;
        for (var giver = 0; giver < choices.size(); giver++) {
            if (condition.givers().contains(choices.get(giver).course())
                    && !above.contains(giver)
                    && row[giver] + people <= seating.call(call).people()
                    && (cheapest < 0 || price(call, giver) < price(call, cheapest))) {
                cheapest = giver;
            }
        }
        return cheapest >= 0 && sit(call, cheapest, people, row, above);
    }

    private double price(int call, int choice) {
        var course = seating.course(call, choice);
        return course.minutes() + course.share();
    }

    private int given(int call, Choice.Condition condition, int[] row) {
        var choices = seating.call(call).choices();
        var given = 0;
        for (var giver = 0; giver < choices.size(); giver++) {
            if (condition.givers().contains(choices.get(giver).course())) {
                given += row[giver];
            }
        }
        return given;
    }
}
