package eu.includeu.academy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Supply.Course;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must be taken before a course. */
class WaysTest {

    private static final List<Competency.Id> COMPETENCIES =
            Stream.of("HOU-1", "HOU-2", "LAB-1", "EDU-1").map(Competency.Id::of).toList();
    private static final List<String> GREEK = List.of("el");

    @Test
    void findsTheSameAsTryingEveryWay() {
        var circles = 0;
        var longest = 0;
        for (var seed = 0; seed < 4_000; seed++) {
            var random = new Random(seed);
            var supply = Supply.among(courses(random, 2 + random.nextInt(9)));
            var person = new Reckoning.Person(Map.of(one(random), random.nextInt(3)), one(random), random.nextInt(2));
            for (var competency : COMPETENCIES) {
                var rung = new Rung(competency, 1 + random.nextInt(3));
                var courses = supply.teaching(rung);
                var ways = all(new Ways(supply, person, GREEK), courses, rung);
                var trying = new Trying(supply, person);
                var tried = courses.stream()
                        .flatMap(course -> trying.way(course, rung, Set.of()).stream())
                        .toList();
                assertThat(shortest(ways)).as("seed %d, %s", seed, rung).isEqualTo(shortest(tried));
                circles += trying.circles > 0 && !tried.isEmpty() ? 1 : 0;
                longest = Math.max(
                        longest, tried.stream().mapToInt(Set::size).max().orElse(0));
            }
        }
        assertThat(circles).as("questions with a circle in them").isGreaterThan(100);
        assertThat(longest).as("courses in the longest way").isGreaterThan(3);
    }

    @Test
    @Timeout(60)
    void looksOnceForWhatManyCoursesRequire() {
        var courses = new ArrayList<Course>();
        for (var step = 1; step < 30; step++) {
            for (var course = 0; course < 20; course++) {
                courses.add(new Course(
                        "m" + step + "-" + course,
                        GREEK,
                        10 + course,
                        List.of(new Teaching(competency(step), 0, 1)),
                        step == 1 ? List.of() : List.of(new Requirement(competency(step - 1), 1, null)),
                        null));
            }
        }
        var supply = Supply.among(courses);
        var last = new Rung(competency(29), 1);
        var person = new Reckoning.Person(Map.of(), competency(29), 0);
        var ways = all(new Ways(supply, person, GREEK), supply.teaching(last), last);
        assertThat(ways).hasSize(20);
        assertThat(shortest(ways)).contains(290);
    }

    private static List<Set<Course>> all(Ways ways, List<Course> courses, Rung rung) {
        return courses.stream()
                .flatMap(course -> ways.to(course, rung).stream())
                .toList();
    }

    private static Competency.Id competency(int number) {
        return Competency.Id.of("HOU-" + number);
    }

    private static Optional<Integer> shortest(List<Set<Course>> ways) {
        return ways.stream().map(Ways::minutes).min(Integer::compareTo);
    }

    private static Competency.Id one(Random random) {
        return COMPETENCIES.get(random.nextInt(COMPETENCIES.size()));
    }

    private static List<Course> courses(Random random, int count) {
        var courses = new ArrayList<Course>();
        for (var at = 0; at < count; at++) {
            var from = random.nextInt(3);
            var requires = new ArrayList<Requirement>();
            if (random.nextInt(3) > 0) {
                requires.add(new Requirement(one(random), 1 + random.nextInt(2), null));
            }
            if (random.nextInt(4) == 0) {
                requires.add(new Requirement(null, 0, "m" + random.nextInt(count)));
            }
            courses.add(new Course(
                    "m" + at,
                    random.nextInt(6) == 0 ? List.of("nl") : GREEK,
                    10 + random.nextInt(90),
                    List.of(new Teaching(one(random), from, from + 1)),
                    requires,
                    null));
        }
        return courses;
    }

    /** The same by trying all that there is, without remembering anything: no course is taken inside itself. */
    private static final class Trying {

        private final Supply supply;
        private final Reckoning.Person person;
        private int circles;

        private Trying(Supply supply, Reckoning.Person person) {
            this.supply = supply;
            this.person = person;
        }

        private Optional<Set<Course>> way(Course course, Rung rung, Set<String> inside) {
            if (inside.contains(course.module())) {
                circles++;
                return Optional.empty();
            }
            var deeper = new HashSet<>(inside);
            deeper.add(course.module());
            var all = new LinkedHashSet<Course>();
            var requirements = new ArrayList<>(course.requires());
            if (course.from(rung) > 0) {
                requirements.add(new Requirement(rung.competency(), course.from(rung), null));
            }
            for (var requirement : requirements) {
                var before = before(requirement, deeper);
                if (before.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(before.get());
            }
            all.add(course);
            return Optional.of(all);
        }

        private Optional<Set<Course>> before(Requirement requirement, Set<String> inside) {
            if (requirement.competency() != null) {
                var rung = new Rung(requirement.competency(), requirement.min());
                return person.held(rung.competency()) >= rung.level()
                        ? Optional.of(Set.of())
                        : supply.teaching(rung).stream()
                                .filter(course -> course.speaks(GREEK))
                                .flatMap(course -> way(course, rung, inside).stream())
                                .min((one, other) -> Integer.compare(Ways.minutes(one), Ways.minutes(other)));
            }
            return supply.find(requirement.module())
                    .flatMap(course -> course.teaches().stream()
                                    .allMatch(step -> person.held(step.competency()) >= step.to())
                            ? Optional.of(Set.<Course>of())
                            : Optional.of(course)
                                    .filter(each -> each.speaks(GREEK))
                                    .flatMap(each -> way(
                                            each, each.teaches().get(0).rungs().get(0), inside)));
        }
    }
}
