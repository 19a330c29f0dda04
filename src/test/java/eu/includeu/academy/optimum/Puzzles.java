package eu.includeu.academy.optimum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;

/** Puzzles to start from, each made from a seed. */
public final class Puzzles {

    static final Search SEARCH = new Search(new OjAlgo(), new Limits(Duration.ofSeconds(10), 60, 12));

    private Puzzles() {}

    /** At most 12 courses and 6 calls, with runs, prerequisites, too little time and steps that nothing covers. */
    static Puzzle small(long seed) {
        var random = new Random(seed);
        var courses = new ArrayList<Course>();
        for (var at = 0; at < 4 + random.nextInt(9); at++) {
            var minutes = 15 * (1 + random.nextInt(12));
            courses.add(
                    at < 2 && random.nextBoolean()
                            ? new Course("m" + at, minutes, 1_000L * (1 + random.nextInt(20)), 1 + random.nextInt(4))
                            : Course.alone("m" + at, minutes));
        }
        var calls = new ArrayList<Call>();
        for (var at = 0; at < 1 + random.nextInt(6); at++) {
            calls.add(call("n" + at, "house" + random.nextInt(3), courses, random));
        }
        return Puzzle.of(courses, calls, 2_400);
    }

    private static Call call(String id, String house, List<Course> courses, Random random) {
        var steps = 1 + random.nextInt(3);
        var places = new ArrayList<Integer>();
        for (var step = 0; step < steps; step++) {
            places.add(random.nextInt(3) + (step == 0 ? 0 : places.get(step - 1)));
        }
        Collections.sort(places);
        places.replaceAll(number -> Math.min(3, number));
        var chosen = new ArrayList<>(courses);
        Collections.shuffle(chosen, random);
        var some = chosen.subList(0, Math.min(chosen.size(), 1 + random.nextInt(5)));
        var choices = new ArrayList<Choice>();
        for (var course : some) {
            var from = random.nextInt(steps);
            var to = from + (random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(steps - from));
            choices.add(new Choice(course.id(), from, to, conditions(course, from, some, random)));
        }
        var minutes = random.nextInt(4) == 0 ? 60L * random.nextInt(20) : Call.UNLIMITED;
        return new Call(id, house, 1 << random.nextInt(4), places, minutes, choices);
    }

    private static List<Choice.Condition> conditions(Course course, int from, List<Course> some, Random random) {
        var conditions = new ArrayList<Choice.Condition>();
        if (from > 0 || random.nextInt(4) == 0) {
            var givers = new TreeSet<String>();
            for (var other : some) {
                if (!other.equals(course) && random.nextInt(3) == 0) {
                    givers.add(other.id());
                }
            }
            conditions.add(new Choice.Condition(random.nextInt(3), List.copyOf(givers)));
        }
        return conditions;
    }

    /** One house with so many needs, and so many versions on offer. */
    static Puzzle house(long seed, int needs, int versions) {
        return tree(seed, 1, needs, versions, 0);
    }

    /**
     * A tree by the shape of section 9 of the domain guide, in little: competencies by their frequency, targets one or two
     * steps up, a quarter of the versions with a prerequisite.
     *
     * @param led how many of a hundred versions are given in runs of 15 to 60 seats
     */
    public static Puzzle tree(long seed, int houses, int needs, int versions, int led) {
        var random = new Random(seed);
        var competencies = 40;
        var courses = new ArrayList<Course>();
        var teaches = new HashMap<String, int[]>();
        for (var at = 0; at < versions; at++) {
            var id = String.format("m%04d", at);
            var minutes = 30 + 5 * random.nextInt(60);
            var from = random.nextInt(3);
            courses.add(
                    random.nextInt(100) < led
                            ? new Course(id, minutes, 20_000L + 1_000 * random.nextInt(60), 15 + random.nextInt(46))
                            : Course.alone(id, minutes));
            teaches.put(id, new int[] {zipf(random, competencies), from, Math.min(4, from + 1 + random.nextInt(2))});
        }
        var calls = new ArrayList<Call>();
        for (var house = 0; house < houses; house++) {
            for (var need = 0; need < needs; need++) {
                var competency = zipf(random, competencies);
                var current = random.nextInt(2);
                var target = Math.min(4, current + 1 + random.nextInt(2));
                var staff = 1 + (int) (-8 * Math.log(1 - random.nextDouble()));
                var places = new ArrayList<Integer>();
                for (var level = current; level < target; level++) {
                    places.add(Math.max(0, staff - (target - 1 - level) * random.nextInt(2)));
                }
                Collections.sort(places);
                calls.add(new Call(
                        String.format("h%05d n%02d", house, need),
                        String.format("h%05d", house),
                        1 << random.nextInt(4),
                        places,
                        40L * 60 * staff,
                        choices(courses, teaches, competency, current, target, staff, random)));
            }
        }
        return Puzzle.of(courses, calls, 2_400);
    }

    private static List<Choice> choices(
            List<Course> courses,
            HashMap<String, int[]> teaches,
            int competency,
            int current,
            int target,
            int staff,
            Random random) {
        var choices = new ArrayList<Choice>();
        for (var course : courses) {
            var step = Objects.requireNonNull(teaches.get(course.id()));
            var from = Math.max(step[1], current);
            var to = Math.min(step[2], target);
            if (step[0] != competency || from >= to || random.nextInt(3) == 0) {
                continue;
            }
            var conditions = new ArrayList<Choice.Condition>();
            if (step[1] > current) {
                var below = step[1];
                conditions.add(new Choice.Condition(
                        0,
                        courses.stream()
                                .filter(other ->
                                        gives(Objects.requireNonNull(teaches.get(other.id())), competency, below))
                                .map(Course::id)
                                .toList()));
            } else if (random.nextInt(4) == 0) {
                conditions.add(new Choice.Condition(random.nextInt(staff + 1), List.of()));
            }
            choices.add(new Choice(course.id(), from - current, to - current, conditions));
        }
        return choices;
    }

    private static boolean gives(int[] step, int competency, int level) {
        return step[0] == competency && step[1] < level && level <= step[2];
    }

    /** By Zipf with exponent 0.8. */
    private static int zipf(Random random, int of) {
        var sum = 0.0;
        for (var at = 1; at <= of; at++) {
            sum += Math.pow(at, -0.8);
        }
        var left = random.nextDouble() * sum;
        for (var at = 1; at <= of; at++) {
            left -= Math.pow(at, -0.8);
            if (left <= 0) {
                return at;
            }
        }
        return of;
    }

    /** The same things handed over in another order. */
    static Puzzle shuffled(Puzzle puzzle, long seed) {
        var random = new Random(seed);
        var courses = new ArrayList<>(puzzle.courses());
        Collections.shuffle(courses, random);
        var calls = new ArrayList<Call>();
        for (var call : puzzle.calls()) {
            var choices = new ArrayList<>(call.choices());
            Collections.shuffle(choices, random);
            calls.add(new Call(call.id(), call.house(), call.weight(), call.places(), call.minutes(), choices));
        }
        Collections.shuffle(calls, random);
        return new Puzzle(courses, calls, puzzle.wage(), puzzle.penalty());
    }

    /** A watch that stops the search when it has been asked so often. */
    static Watch stoppingAfter(int questions) {
        return new Watch() {

            private int asked;

            @Override
            public boolean stopped() {
                return ++asked > questions;
            }

            @Override
            public void tell(Progress progress) {}
        };
    }
}
