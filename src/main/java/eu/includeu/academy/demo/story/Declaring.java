package eu.includeu.academy.demo.story;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.competencies.Competency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each body will say that it lacks, when, and what its coordinator means to do about it. What becomes of it
 * is decided by what people learn.
 */
final class Declaring {

    /** What a coordinator means to do. */
    enum Fate {
        DECLARED(0.16),
        VERIFIED(0.07),
        PLANNED(0.1),
        RUNNING(0.36),
        OVERDUE(0.025),
        MET(0.1),
        CLOSED(0.13),
        WITHDRAWN(0.05);

        private final double share;

        Fate(double share) {
            this.share = share;
        }

        boolean isPlanned() {
            return this == PLANNED || this == RUNNING || this == OVERDUE || this == MET || this == CLOSED;
        }
    }

    /**
     * A need to come.
     *
     * @param course what is to be assigned; null when nothing teaches it
     * @param more how many more people than now are to hold the level
     */
    record Intent(
            ListedBody body,
            Competency.Id competency,
            int current,
            int target,
            @Nullable Course course,
            Fate fate,
            LocalDate declared,
            LocalDate deadline,
            int more,
            int weight,
            boolean english) {}

    /** Competencies, the most wanted first (Zipf with exponent 0.8), with the levels wanted. */
    private static final List<String> WANTED = List.of(
            "XCU-2 3",
            "XCU-4 2",
            "EDU-1 2",
            "HOU-2 3",
            "XCU-8 2",
            "HEA-2 2",
            "LAB-2 3",
            "HOU-3 3",
            "XCU-16 2",
            "HEA-1 2",
            "CIT-2 2",
            "XCU-5 3",
            "XCU-11 2",
            "EDU-2 2",
            "HEA-4 2",
            "XCU-3 2",
            "CIT-4 2",
            "EDU-6 2",
            "LAB-3 2",
            "EDU-3 2",
            "CIT-1 2");

    private final long seed;
    private final Period period;
    private final Staff staff;
    private final List<Course> courses;

    Declaring(long seed, Period period, Staff staff, List<Course> courses) {
        this.seed = seed;
        this.period = period;
        this.staff = staff;
        this.courses = courses;
    }

    /** All needs to come, the earliest first. */
    List<Intent> intents() {
        return ListedBody.all().stream()
                .filter(body -> !staff.officials(body.key()).isEmpty())
                .flatMap(body -> (body.key().equals("karditsa") ? karditsa(body) : some(body)).stream())
                .sorted(Comparator.comparing(Intent::declared)
                        .thenComparing(intent -> intent.body().key()))
                .toList();
    }

    /** One running and one closed; everything else that modules teach is left to be declared. */
    private List<Intent> karditsa(ListedBody body) {
        var today = period.today();
        var school = Competency.Id.of("EDU-1");
        var statuses = Competency.Id.of("XCU-4");
        return List.of(
                new Intent(
                        body,
                        statuses,
                        0,
                        2,
                        course(statuses, 2),
                        Fate.CLOSED,
                        today.minusDays(236),
                        today.minusDays(60),
                        7,
                        4,
                        true),
                new Intent(
                        body,
                        school,
                        0,
                        2,
                        course(school, 2),
                        Fate.RUNNING,
                        today.minusDays(64),
                        today.plusDays(16),
                        14,
                        8,
                        true));
    }

    private List<Intent> some(ListedBody body) {
        var dice = new Dice(seed, "needs " + body.key());
        var size = staff.officials(body.key()).size();
        var count = size < 6 ? 1 : Math.min(4, 1 + dice.poisson(1.2));
        var intents = new ArrayList<Intent>();
        while (intents.size() < count) {
            var intent = intent(body, size, dice);
            if (intents.stream().noneMatch(other -> other.competency().equals(intent.competency()))) {
                intents.add(intent);
            }
        }
        return intents;
    }

    private Intent intent(ListedBody body, int size, Dice dice) {
        var wanted = dice.one(WANTED, text -> Math.pow(WANTED.indexOf(text) + 1.0, -0.8))
                .split(" ");
        var competency = Competency.Id.of(wanted[0]);
        var target = Integer.parseInt(wanted[1]);
        var course = course(competency, target);
        var fate = fate(course, dice);
        var declared = period.workday(period.today().minusDays(age(fate, dice)), dice);
        var more = Math.max(
                Math.min(size - 1, fate == Fate.RUNNING ? 5 : 2), Math.min(size - 1, 2 + dice.geometric(0.16)));
        return new Intent(
                body,
                competency,
                target - (dice.happens(0.6) ? 2 : 1),
                target,
                course,
                fate,
                declared.isBefore(period.today()) ? declared : period.last(),
                period.today().plusDays(left(fate, dice)),
                fate == Fate.MET || fate == Fate.CLOSED ? Math.min(more, 5) : more,
                dice.one(List.of(1, 2, 2, 2, 4, 4, 4, 8)),
                dice.happens(0.6));
    }

    /** Nothing is assigned where nothing teaches it, or where people would first have to take something else. */
    private static Fate fate(@Nullable Course course, Dice dice) {
        var fates = course == null || !course.original().prerequisites().isEmpty()
                ? List.of(Fate.DECLARED, Fate.VERIFIED, Fate.WITHDRAWN)
                : List.of(Fate.values());
        return dice.one(fates, fate -> fate.share);
    }

    /** How many days ago it was declared. */
    private static int age(Fate fate, Dice dice) {
        return switch (fate) {
            case DECLARED -> dice.between(2, 38);
            case VERIFIED, PLANNED -> dice.between(18, 55);
            case RUNNING -> dice.between(34, 110);
            case OVERDUE -> dice.between(150, 240);
            case MET -> dice.between(110, 200);
            case CLOSED -> dice.between(190, 285);
            case WITHDRAWN -> dice.between(60, 200);
        };
    }

    /** How many days are left until its deadline. */
    private static int left(Fate fate, Dice dice) {
        return switch (fate) {
            case DECLARED, VERIFIED, PLANNED -> dice.happens(0.25) ? dice.between(9, 29) : dice.between(30, 210);
            case RUNNING -> dice.happens(0.35) ? dice.between(5, 29) : dice.between(30, 140);
            case OVERDUE -> -dice.between(3, 30);
            case MET -> dice.between(8, 60);
            case CLOSED -> dice.between(-40, 20);
            case WITHDRAWN -> dice.between(20, 120);
        };
    }

    private @Nullable Course course(Competency.Id competency, int target) {
        return courses.stream()
                .filter(course -> course.leadsTo(competency, target))
                .max(Comparator.comparingInt(course -> course.editions().size()))
                .orElse(null);
    }
}
