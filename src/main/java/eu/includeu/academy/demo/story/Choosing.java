package eu.includeu.academy.demo.story;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demo.story.History.Prior;
import eu.includeu.academy.demo.story.Studying.Mood;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What officials take of their own accord, one module after another. */
final class Choosing {

    /** Modules by how often they are chosen, the favourite first. */
    private static final List<String> FAVOURITES = List.of(
            "working-with-interpreters",
            "statuses-and-rights",
            "housing-allocation",
            "school-enrolment",
            "anti-discrimination-duty",
            "healthcare-entitlement",
            "skills-recognition",
            "vulnerability-referral",
            "participation-consultative-bodies",
            "eu-funding",
            "monitoring-with-indicators",
            "strategy-and-coordination");

    private final long seed;
    private final Period period;
    private final Memory memory;

    Choosing(long seed, Period period, Memory memory) {
        this.seed = seed;
        this.period = period;
        this.memory = memory;
    }

    void choose(Staff staff) {
        for (var person : staff.all(Role.OFFICIAL)) {
            if (person.isIntroduced()) {
                introduce(person);
            } else {
                choose(person);
            }
        }
    }

    /** Those whom the demo introduces have one certificate, and one module half read. */
    private void introduce(Person person) {
        var today = period.today();
        memory.begin(person, memory.course("statuses-and-rights"), today.minusDays(130), Mood.STEADY);
        memory.begin(person, memory.course("housing-allocation"), today.minusDays(12), Mood.HALFWAY);
    }

    private void choose(Person person) {
        var dice = new Dice(seed, "choice " + person.email());
        if (dice.happens(0.09)) {
            accept(person, dice);
        }
        var most = person.left() != null ? 1 : dice.happens(0.18) ? 0 : 6;
        var day = person.joined().plusDays(1 + dice.geometric(0.12));
        for (var number = 0; number < most && period.has(day); number++) {
            var begun = begin(person, day, dice);
            if (begun == null) {
                return;
            }
            day = Journey.day(begun.touched()).plusDays(4 + dice.geometric(0.005 + 0.009 * person.zeal()));
        }
    }

    private @Nullable Journey begin(Person person, LocalDate day, Dice dice) {
        var open = memory.open(person, day.atStartOfDay(Clock.ZONE).toInstant());
        if (open.isEmpty()) {
            return null;
        }
        var leads = memory.isAccepted(person);
        var course = dice.one(open, each -> liking(each, leads));
        return memory.begin(person, course, day, person.left() == null ? Mood.USUAL : Mood.HALFWAY);
    }

    /** Heads of service are drawn to what coordinates and counts. */
    private static double liking(Course course, boolean leads) {
        var rank = FAVOURITES.indexOf(course.module());
        return leads && rank >= FAVOURITES.size() - 2 ? 3 : Math.pow(rank + 1.0, -0.6);
    }

    /** A coordinator accepts what somebody learnt before about strategies and coordination. */
    private void accept(Person person, Dice dice) {
        var at = period.at(period.workday(person.joined().plusDays(6), dice), dice);
        if (period.has(at)) {
            memory.accept(new Prior(dice.id(), person, Rung.of("XCU-13", 1), at));
            memory.accept(new Prior(dice.id(), person, Rung.of("XCU-14", 1), at));
        }
    }
}
