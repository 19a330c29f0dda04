package eu.includeu.academy.demand;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.runs.Dated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What many authorities ask for and what is on offer to them, made from a seed by the shape of section 9 of the domain guide. */
public final class Examples {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<String> LANGUAGES = List.of("el", "es", "it", "nl", "ro", "sl");

    /** Twelve competencies of each of five themes. */
    private static final List<Competency.Id> COMPETENCIES = List.of("LAB", "HEA", "EDU", "CIT", "HOU").stream()
            .flatMap(theme -> IntStream.rangeClosed(1, 12).mapToObj(number -> Competency.Id.of(theme + "-" + number)))
            .toList();

    /** What one authority needs, and its people. */
    private record Ask(Terms terms, Staff staff) {}

    private final Reckoning reckoning;
    private final List<Ask> asked;

    /** So many needs, with so many versions on offer. */
    public Examples(int needs, int versions, Random random) {
        this.reckoning = new Reckoning(
                Supply.among(IntStream.range(0, versions)
                        .mapToObj(at -> course("m" + at, random))
                        .toList()),
                Weights.STANDARD);
        this.asked = IntStream.range(0, needs).mapToObj(at -> ask(random)).toList();
    }

    /** Counts every need anew; how many places cannot be filled. */
    public long everything() {
        return asked.stream().mapToLong(this::unmet).sum();
    }

    /** Counts one need anew, as after a change of it. */
    public long oneNeed(Random random) {
        return unmet(asked.get(random.nextInt(asked.size())));
    }

    /** Counts what the change of a version may concern: the needs on its rungs, and on what builds on them. */
    public long oneVersion(Random random) {
        var courses = List.copyOf(reckoning.supply().byModule().values());
        var course = courses.get(random.nextInt(courses.size()));
        var touched =
                reckoning.supply().touchedBy(Set.of(course.teaches().get(0).competency()), course.module());
        return asked.stream()
                .filter(ask -> touched.contains(ask.terms().competency()))
                .mapToLong(this::unmet)
                .sum();
    }

    private long unmet(Ask ask) {
        return reckoning.of(ask.terms(), ask.staff(), TODAY).stream()
                .filter(places -> places.reason() != null)
                .mapToLong(Reckoning.Places::count)
                .sum();
    }

    private static Supply.Course course(String module, Random random) {
        var from = random.nextInt(3);
        var competency = any(COMPETENCIES, random);
        return new Supply.Course(
                module,
                random.nextInt(10) < 3 ? List.of(any(LANGUAGES, random)) : List.of("en", any(LANGUAGES, random)),
                30 + 5 * random.nextInt(60),
                List.of(new Teaching(competency, from, Math.min(4, from + 1 + random.nextInt(2)))),
                random.nextInt(4) == 0 ? List.of(new Requirement(any(COMPETENCIES, random), 1, null)) : List.of(),
                random.nextInt(4) == 0
                        ? List.of(new Dated(module, TODAY.plusDays(random.nextInt(180)), 15 + random.nextInt(46)))
                        : null);
    }

    private static Ask ask(Random random) {
        var competency = any(COMPETENCIES, random);
        var current = random.nextInt(3);
        var language = any(LANGUAGES, random);
        var people = 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - 0.12));
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        for (var at = 0; at < 2 * people; at++) {
            var levels = new HashMap<>(Map.of(any(COMPETENCIES, random), random.nextInt(4)));
            levels.put(competency, random.nextInt(4));
            staff.put(new Account.Id(new UUID(7, at)), levels);
        }
        return new Ask(
                new Terms(
                        competency,
                        current,
                        Math.min(4, current + 1 + random.nextInt(2)),
                        people,
                        Terms.Weight.MEDIUM,
                        TODAY.plusDays(10 + random.nextInt(300)),
                        random.nextInt(10) < 6 ? List.of(language, "en") : List.of(language),
                        ""),
                new Staff(staff));
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
