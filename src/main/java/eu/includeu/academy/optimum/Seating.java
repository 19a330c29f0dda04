package eu.includeu.academy.optimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer in the making: seats are taken and given back, and what that costs is known at once. */
final class Seating {

    private final Puzzle puzzle;
    private final List<Call> calls;
    private final List<Course> courses;
    private final Map<String, Course> byId;
    private final Map<String, Integer> number = new HashMap<>();
    private final int[][] place;
    private final int[][] seats;
    private final int[] used;

    Seating(Puzzle puzzle, Answer start) {
        this.puzzle = puzzle;
        this.calls = puzzle.calls();
        this.courses = puzzle.courses();
        this.byId = puzzle.byId();
        for (var at = 0; at < courses.size(); at++) {
            number.put(courses.get(at).id(), at);
        }
        this.used = new int[courses.size()];
        this.place = new int[calls.size()][];
        this.seats = new int[calls.size()][];
        for (var at = 0; at < calls.size(); at++) {
            var choices = calls.get(at).choices();
            place[at] = choices.stream()
                    .mapToInt(choice -> number.getOrDefault(choice.course(), -1))
                    .toArray();
            seats[at] = new int[choices.size()];
            var taken = start.of(calls.get(at).id());
            for (var choice = 0; choice < choices.size(); choice++) {
                seats[at][choice] = taken.getOrDefault(choices.get(choice).course(), 0);
                used[place[at][choice]] += seats[at][choice];
            }
        }
    }

    int calls() {
        return calls.size();
    }

    Call call(int at) {
        return calls.get(at);
    }

    Course course(int call, int choice) {
        return courses.get(place[call][choice]);
    }

    int[] row(int call) {
        return seats[call].clone();
    }

    /** Seats by course as a row. */
    int[] row(int call, Map<String, Integer> seats) {
        return call(call).choices().stream()
                .mapToInt(choice -> seats.getOrDefault(choice.course(), 0))
                .toArray();
    }

    int taken(int call, int choice) {
        return seats[call][choice];
    }

    /** Seats that are paid for and empty. */
    int spare(int call, int choice) {
        var course = course(call, choice);
        var taken = used[place[call][choice]];
        return course.runs(taken) * course.seats() - taken;
    }

    /** Sits the call anew. */
    void set(int call, int[] row) {
        for (var choice = 0; choice < row.length; choice++) {
            used[place[call][choice]] += row[choice] - seats[call][choice];
            seats[call][choice] = row[choice];
        }
    }

    /** What the whole would cost more, in cents, if the call sat like this instead. */
    long difference(int call, int[] row) {
        var difference = puzzle.penalty() * call(call).weight() * (open(call, row) - open(call, seats[call]));
        for (var choice = 0; choice < row.length; choice++) {
            var more = row[choice] - seats[call][choice];
            if (more != 0) {
                var course = course(call, choice);
                var taken = used[place[call][choice]];
                difference += more * puzzle.seat(course)
                        + (long) (course.runs(taken + more) - course.runs(taken)) * course.fixed();
            }
        }
        return difference;
    }

    /** Places that the call would leave open. */
    long open(int call, int[] row) {
        var open = 0L;
        var places = call(call).places();
        for (var step = 0; step < places.size(); step++) {
            open += Math.max(0, places.get(step) - cover(call, row, step));
        }
        return open;
    }

    int cover(int call, int[] row, int step) {
        var cover = 0;
        var choices = call(call).choices();
        for (var choice = 0; choice < row.length; choice++) {
            if (choices.get(choice).covers(step)) {
                cover += row[choice];
            }
        }
        return cover;
    }

    boolean allows(int call, int[] row) {
        return call(call).allows(named(call, row), byId);
    }

    private Map<String, Integer> named(int call, int[] row) {
        var named = new HashMap<String, Integer>();
        var choices = call(call).choices();
        for (var choice = 0; choice < row.length; choice++) {
            named.put(choices.get(choice).course(), row[choice]);
        }
        return named;
    }

    Answer answer() {
        var answer = new HashMap<String, Map<String, Integer>>();
        for (var at = 0; at < seats.length; at++) {
            answer.put(call(at).id(), named(at, seats[at]));
        }
        return new Answer(answer);
    }

    long penalty(int call) {
        return puzzle.penalty() * call(call).weight();
    }
}
