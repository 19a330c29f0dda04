package eu.includeu.academy.optimum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puzzles to start from, each made from a seed. */
public final class Puzzles {

    static final Search SEARCH = new Search(new OjAlgo(), new Limits(Duration.ofSeconds(10), 60, 12));

    private static final int COMPETENCIES = 40;

    /** Current levels as often as they are met: 0, 1 and 2 with 0.5, 0.35 and 0.15. */
    private static final int[] LEVELS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2};

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
    public static Puzzle house(long seed, int needs, int versions) {
        return tree(seed, 1, needs, versions, 0);
    }

    /**
     * A tree by the shape of section 9 of the domain guide: competencies by their frequency, staff of a need geometric, current
     * levels 0, 1 and 2 and targets one or two above, six of ten needs content with a version in English, three of ten
     * versions in one language only, a quarter of them with a prerequisite. Only the number of needs is the same in each house.
     *
     * @param led how many of a hundred versions are given in runs of 15 to 60 seats
     */
    public static Puzzle tree(long seed, int houses, int needs, int versions, int led) {
        var random = new Random(seed);
        var courses = new ArrayList<Course>();
        var lessons = new HashMap<Integer, List<Lesson>>();
        for (var at = 0; at < versions; at++) {
            var id = String.format("m%04d", at);
            var minutes = 30 + 5 * random.nextInt(60);
            var from = random.nextInt(3);
            var course = random.nextInt(100) < led
                    ? new Course(id, minutes, 20_000L + 1_000 * random.nextInt(60), 15 + random.nextInt(46))
                    : Course.alone(id, minutes);
            courses.add(course);
            lessons.computeIfAbsent(zipf(random), first -> new ArrayList<>())
                    .add(new Lesson(
                            course.id(), from, Math.min(4, from + 1 + random.nextInt(2)), random.nextInt(10) < 7));
        }
        var calls = new ArrayList<Call>();
        for (var house = 0; house < houses; house++) {
            for (var need = 0; need < needs; need++) {
                calls.add(need(
                        String.format("h%05d n%02d", house, need),
                        String.format("h%05d", house),
                        lessons.getOrDefault(zipf(random), List.of()),
                        random));
            }
        }
        return Puzzle.of(courses, calls, 2_400);
    }

    /** What a version teaches of its competency: the levels above one and up to another. */
    private record Lesson(String course, int from, int to, boolean everyLanguage) {}

    private static Call need(String id, String house, List<Lesson> lessons, Random random) {
        var current = LEVELS[random.nextInt(LEVELS.length)];
        var target = Math.min(4, current + 1 + random.nextInt(2));
        var staff = 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - 0.12));
        var places = new ArrayList<Integer>();
        for (var level = current; level < target; level++) {
            places.add(level == target - 1 ? staff : staff - random.nextInt(staff + 1) / 2);
        }
        var english = random.nextInt(10) < 6;
        var choices = new ArrayList<Choice>();
        for (var lesson : lessons) {
            var from = Math.max(lesson.from(), current);
            var to = Math.min(lesson.to(), target);
            if (from < to && (lesson.everyLanguage() || english || random.nextInt(7) == 0)) {
                var conditions = new ArrayList<Choice.Condition>();
                if (from > current) {
                    conditions.add(new Choice.Condition(staff - places.get(from - current - 1), givers(lessons, from)));
                }
                if (random.nextInt(4) == 0) {
                    conditions.add(new Choice.Condition(random.nextInt(staff + 1), List.of()));
                }
                choices.add(new Choice(lesson.course(), from - current, to - current, conditions));
            }
        }
        return new Call(id, house, 1 << random.nextInt(4), places, 40L * 60 * staff, choices);
    }

    private static List<String> givers(List<Lesson> lessons, int level) {
        return lessons.stream()
                .filter(lesson -> lesson.from() < level && level <= lesson.to())
                .map(Lesson::course)
                .toList();
    }

    /** One of forty, by Zipf with exponent 0.8. */
    private static int zipf(Random random) {
        var left = random.nextDouble()
                * IntStream.rangeClosed(1, COMPETENCIES)
                        .mapToDouble(Puzzles::frequency)
                        .sum();
        var at = 0;
        while (left > 0 && at < COMPETENCIES) {
            left -= frequency(++at);
        }
        return at;
    }

    private static double frequency(int rank) {
        return Math.pow(rank, -0.8);
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
