package eu.includeu.academy.optimum;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who sits where: for each call how many seats it takes in each course, {@code y[m,n]}. Everything else follows: the runs
 * are as many as the seats need, and the open places those that no seat covers.
 */
public record Answer(Map<String, Map<String, Integer>> seats) {

    /** Nobody sits anywhere. */
    public static final Answer NONE = new Answer(Map.of());

    public Answer {
        var ordered = new TreeMap<String, Map<String, Integer>>();
        seats.forEach((call, taken) -> {
            var own = new TreeMap<>(taken);
            own.values().removeIf(number -> number == 0);
            if (!own.isEmpty()) {
                ordered.put(call, Collections.unmodifiableMap(own));
            }
        });
        seats = Collections.unmodifiableMap(ordered);
    }

    /**
     * What an answer costs.
     *
     * @param minutes of all people together
     * @param time what these cost, in cents
     * @param runs what the runs cost, in cents
     * @param open places left open
     * @param missed the same, each counted by its weight
     */
    public record Price(long minutes, long time, long runs, int open, long missed) {

        /** What is really paid, in cents. */
        public long paid() {
            return time + runs;
        }

        /** The objective of section 7.2: what is paid, and the penalty for what is left open. */
        public long total(long penalty) {
            return paid() + penalty * missed;
        }
    }

    public Map<String, Integer> of(String call) {
        return seats.getOrDefault(call, Map.of());
    }

    public Answer with(String call, Map<String, Integer> taken) {
        var changed = new TreeMap<>(seats);
        changed.put(call, taken);
        return new Answer(changed);
    }

    /** All of these together; each is about calls of its own. */
    public static Answer of(Stream<Answer> answers) {
        var seats = new TreeMap<String, Map<String, Integer>>();
        answers.forEach(answer -> seats.putAll(answer.seats));
        return new Answer(seats);
    }

    /** How many sit in each course, over all calls. */
    public Map<String, Integer> taken() {
        var taken = new TreeMap<String, Integer>();
        seats.values().forEach(own -> own.forEach((course, number) -> taken.merge(course, number, Integer::sum)));
        return taken;
    }

    /** How many runs each facilitated course needs: {@code x[m]}. */
    public Map<String, Integer> runs(Puzzle puzzle) {
        var taken = taken();
        var runs = new TreeMap<String, Integer>();
        for (var course : puzzle.courses()) {
            var number = course.runs(taken.getOrDefault(course.id(), 0));
            if (number > 0) {
                runs.put(course.id(), number);
            }
        }
        return runs;
    }

    public Price price(Puzzle puzzle) {
        var taken = taken();
        var minutes = 0L;
        var time = 0L;
        var runs = 0L;
        for (var course : puzzle.courses()) {
            var number = taken.getOrDefault(course.id(), 0);
            minutes += (long) number * course.minutes();
            time += number * puzzle.seat(course);
            runs += course.runs(number) * course.fixed();
        }
        var open = 0;
        var missed = 0L;
        for (var call : puzzle.calls()) {
            var own = call.open(of(call.id())).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            open += own;
            missed += (long) own * call.weight();
        }
        return new Price(minutes, time, runs, open, missed);
    }

    public long total(Puzzle puzzle) {
        return price(puzzle).total(puzzle.penalty());
    }

    /** Whether every rule of section 7.2 is kept. */
    public boolean isAllowed(Puzzle puzzle) {
        var courses = puzzle.byId();
        return puzzle.calls().stream().allMatch(call -> call.allows(of(call.id()), courses));
    }
}
