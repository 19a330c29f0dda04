package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A puzzle written as an integer linear programme: the one place where the formula of section 7.2 of the domain guide
 * stands.
 *
 * <pre>
 * min  sum wage*h_m*y[m,n] + sum f_m*x[m] + sum P*w_n*z[n,r]
 * s.t. sum_{m: r in R(m)} y[m,n] + z[n,r] >= s[n,r]                      each n, each rung r of n
 *      sum_n y[m,n] &lt;= cap_m * x[m]                                    each facilitated m
 *      y[m,n] &lt;= held[p,n] + sum_{m' teaches p} y[m',n]                each prerequisite p of m
 *      sum_m h_m*y[m,n] &lt;= H_n * s_n ;  0 &lt;= y[m,n] &lt;= s_n ;  0 &lt;= z[n,r] &lt;= s[n,r] ;  x, y, z whole
 * </pre>
 *
 * <p>Set multi-cover with general costs: Dobson (1982), Rajagopalan and Vazirani (1998). Three rules are added that cut off
 * no whole answer and make the relaxation sharper, as for facility location (Nemhauser and Wolsey 1988, I.1.6 and II.2): {@code x[m]} is at most the
 * runs which all people together would need, a run seats no more than there are people, and
 * {@code y[m,n] <= s_n * x[m]} where the call fits into one run.
 */
public record Programme(List<Variable> variables, List<Row> rows) {

    /** What kind of number is sought. */
    public enum Kind {
        SEATS,
        OPEN,
        RUNS
    }

    /**
     * A number that is sought.
     *
     * @param call empty for runs
     * @param course empty for places left open
     * @param cost of one, in cents
     */
    public record Variable(Kind kind, String call, String course, double cost, int upper) {

        Variable dearer(double by) {
            return new Variable(kind, call, course, cost + by, upper);
        }
    }

    /**
     * A rule: the sum of some variables, each times a factor, is between two numbers.
     *
     * @param factors by the variable's place in the list
     */
    public record Row(Map<Integer, Long> factors, long lower, long upper) {

        static final long NONE = Long.MAX_VALUE;

        static Row atLeast(Map<Integer, Long> factors, long lower) {
            return new Row(factors, lower, NONE);
        }

        static Row atMost(Map<Integer, Long> factors, long upper) {
            return new Row(factors, -NONE, upper);
        }

        public boolean hasLower() {
            return lower != -NONE;
        }

        public boolean hasUpper() {
            return upper != NONE;
        }
    }

    static Programme of(Puzzle puzzle) {
        return new Writing(puzzle).write();
    }

    /** The same with a price on each seat, and no runs to pay for any more. */
    Programme priced(Map<String, Course> courses, ToDoubleFunction<Course> seat) {
        return new Programme(
                variables.stream()
                        .map(variable -> switch (variable.kind()) {
                            case SEATS -> variable.dearer(seat.applyAsDouble(known(courses, variable.course())));
                            case RUNS -> variable.dearer(-variable.cost());
                            case OPEN -> variable;
                        })
                        .toList(),
                rows);
    }

    private static Course known(Map<String, Course> courses, String id) {
        var course = courses.get(id);
        if (course == null) {
            throw new IllegalArgumentException("No such course: " + id);
        }
        return course;
    }

    /** Reads seats out of the variables' values. */
    Answer answer(double[] values) {
        var seats = new HashMap<String, Map<String, Integer>>();
        for (var at = 0; at < variables.size(); at++) {
            var variable = variables.get(at);
            var number = (int) Math.round(values[at]);
            if (variable.kind() == Kind.SEATS && number > 0) {
                seats.computeIfAbsent(variable.call(), call -> new HashMap<>()).put(variable.course(), number);
            }
        }
        return new Answer(seats);
    }

    /** Writes the programme down, variable by variable and row by row. */
    private static final class Writing {

        private final Puzzle puzzle;
        private final Map<String, Course> courses;
        private final List<Variable> variables = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final Map<String, Map<Integer, Long>> sharing = new LinkedHashMap<>();

        private Writing(Puzzle puzzle) {
            this.puzzle = puzzle;
            this.courses = puzzle.byId();
        }

        Programme write() {
            puzzle.calls().forEach(this::write);
            sharing.forEach(this::share);
            return new Programme(List.copyOf(variables), List.copyOf(rows));
        }

        private void write(Call call) {
            var at = new HashMap<String, Integer>();
            var time = new LinkedHashMap<Integer, Long>();
            for (var choice : call.choices()) {
                var course = known(courses, choice.course());
                var place = add(new Variable(Kind.SEATS, call.id(), course.id(), puzzle.seat(course), call.people()));
                at.put(course.id(), place);
                time.put(place, (long) course.minutes());
                if (course.facilitated()) {
                    sharing.computeIfAbsent(course.id(), id -> new LinkedHashMap<>())
                            .put(place, 1L);
                }
            }
            cover(call, at);
            call.choices().forEach(choice -> conditions(choice, at));
            if (call.minutes() < Call.UNLIMITED && !time.isEmpty()) {
                rows.add(Row.atMost(time, call.minutes()));
            }
        }

        private void cover(Call call, Map<String, Integer> at) {
            for (var step = 0; step < call.places().size(); step++) {
                var places = call.places().get(step);
                if (places == 0) {
                    continue;
                }
                var row = new LinkedHashMap<Integer, Long>();
                for (var choice : call.choices()) {
                    if (choice.covers(step)) {
                        row.put(place(at, choice.course()), 1L);
                    }
                }
                row.put(
                        add(new Variable(Kind.OPEN, call.id(), "", (double) puzzle.penalty() * call.weight(), places)),
                        1L);
                rows.add(Row.atLeast(row, places));
            }
        }

        private void conditions(Choice choice, Map<String, Integer> at) {
            for (var condition : choice.conditions()) {
                var row = new LinkedHashMap<Integer, Long>();
                row.put(place(at, choice.course()), 1L);
                for (var giver : condition.givers()) {
                    if (at.containsKey(giver)) {
                        row.merge(place(at, giver), -1L, Long::sum);
                    }
                }
                rows.add(Row.atMost(row, condition.held()));
            }
        }

        private void share(String id, Map<Integer, Long> seats) {
            var course = known(courses, id);
            var most = seats.keySet().stream()
                    .mapToInt(at -> variables.get(at).upper())
                    .sum();
            var runs = add(new Variable(Kind.RUNS, "", id, course.fixed(), course.runs(most)));
            var row = new LinkedHashMap<>(seats);
            row.put(runs, -(long) Math.min(course.seats(), most));
            rows.add(Row.atMost(row, 0));
            seats.keySet().stream()
                    .filter(at -> variables.get(at).upper() <= course.seats())
                    .forEach(at -> open(at, runs));
        }

        /** No seat without a run; for whole numbers it follows from the rule before, for others it is far sharper. */
        private void open(int seats, int runs) {
            var row = new LinkedHashMap<Integer, Long>();
            row.put(seats, 1L);
            row.put(runs, -(long) variables.get(seats).upper());
            rows.add(Row.atMost(row, 0));
        }

        private int add(Variable variable) {
            variables.add(variable);
            return variables.size() - 1;
        }

        private static int place(Map<String, Integer> at, String course) {
            return at.getOrDefault(course, -1);
        }
    }
}
