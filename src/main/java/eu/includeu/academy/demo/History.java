package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demo.Declaring.Fate;
import eu.includeu.academy.demo.Declaring.Intent;
import eu.includeu.academy.demo.Studying.Mood;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ten months at the bodies of the programme, from one seed: who studies what of their own accord, which needs are declared
 * and what is assigned for them, and what became of it all by yesterday.
 */
final class History {

    /** A rung that a coordinator accepted because somebody had learnt it before. */
    record Prior(UUID id, Person person, Rung rung, Instant at) {}

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
    private final Staff staff;
    private final List<Course> courses;
    private final Studying studying;
    private final Map<Person, List<Journey>> journeys = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final List<Plight> plights = new ArrayList<>();
    private final Map<Plight, Integer> closing = new HashMap<>();
    private final List<Prior> priors = new ArrayList<>();

    private History(long seed, Period period, Staff staff, List<Course> courses) {
        this.seed = seed;
        this.period = period;
        this.courses = courses;
        this.staff = staff;
        this.studying = new Studying(seed, period, staff);
        staff.all().forEach(person -> journeys.put(person, new ArrayList<>()));
    }

    static History make(long seed, Period period, Staff staff, List<Course> courses) {
        var history = new History(seed, period, staff, courses);
        history.introduce();
        history.staff.all(Role.OFFICIAL).stream()
                .filter(person -> !history.isIntroduced(person))
                .forEach(history::choose);
        new Declaring(seed, period, history.staff, courses).intents().forEach(history::declare);
        history.plights.forEach(history::settle);
        return history;
    }

    Period period() {
        return period;
    }

    List<Course> courses() {
        return List.copyOf(courses);
    }

    Staff staff() {
        return staff;
    }

    List<Journey> journeys() {
        return journeys.values().stream().flatMap(List::stream).toList();
    }

    List<Duty> duties() {
        return List.copyOf(duties);
    }

    List<Plight> plights() {
        return List.copyOf(plights);
    }

    List<Prior> priors() {
        return List.copyOf(priors);
    }

    /** The officials that the demo introduces: one certificate, one module half read, one assigned and not begun. */
    private void introduce() {
        for (var person : staff.all(Role.OFFICIAL)) {
            if (isIntroduced(person)) {
                begin(person, course("statuses-and-rights"), period.today().minusDays(130), Mood.STEADY);
                begin(person, course("housing-allocation"), period.today().minusDays(12), Mood.HALFWAY);
                if (!person.isAt("karditsa")) {
                    assign(
                            person,
                            course("school-enrolment"),
                            null,
                            period.last().minusDays(2),
                            15);
                }
            }
        }
    }

    /** What somebody takes of their own accord, one module after another. */
    private void choose(Person person) {
        var dice = new Dice(seed, "choice " + person.email());
        if (dice.happens(0.09)) {
            var at = period.at(period.workday(person.joined().plusDays(6), dice), dice);
            List.of("XCU-13", "XCU-14").forEach(competency -> accept(person, Rung.of(competency, 1), at, dice));
        }
        var most = person.left() != null ? 1 : dice.happens(0.18) ? 0 : 6;
        var day = person.joined().plusDays(1 + dice.geometric(0.12));
        for (var number = 0; number < most && period.has(day); number++) {
            var begun = begin(person, day, dice);
            if (begun == null) {
                return;
            }
            day = Journey.day(begun.touched).plusDays(4 + dice.geometric(0.005 + 0.009 * person.zeal()));
        }
    }

    private @Nullable Journey begin(Person person, LocalDate day, Dice dice) {
        var open = open(person, day.atStartOfDay(Clock.ZONE).toInstant());
        if (open.isEmpty()) {
            return null;
        }
        var leads = priors.stream().anyMatch(prior -> prior.person().equals(person));
        var course = dice.one(open, each -> liking(each, leads));
        return begin(person, course, day, person.left() == null ? Mood.USUAL : Mood.HALFWAY);
    }

    /** Heads of service are drawn to what coordinates and counts. */
    private static double liking(Course course, boolean leads) {
        var rank = FAVOURITES.indexOf(course.module());
        return leads && rank >= FAVOURITES.size() - 2 ? 3 : Math.pow(rank + 1.0, -0.6);
    }

    private void accept(Person person, Rung rung, Instant at, Dice dice) {
        if (period.has(at)) {
            priors.add(new Prior(dice.id(), person, rung, at));
        }
    }

    /** What somebody may enrol in and has not taken yet. */
    private List<Course> open(Person person, Instant moment) {
        var held = held(person, moment);
        var completed = at(person).stream()
                .filter(journey -> journey.countsBy(moment))
                .map(journey -> journey.course.module())
                .toList();
        return courses.stream()
                .filter(course -> journey(person, course) == null && course.admits(held, completed))
                .toList();
    }

    private void declare(Intent intent) {
        var dice = new Dice(seed, "need " + intent.body().key() + " " + intent.competency());
        var coordinator = staff.coordinator(intent.body().key());
        var declared = period.at(intent.declared(), dice);
        var began = ready(intent.body(), intent.competency(), intent.target(), declared);
        var members = staff.officials(intent.body().key()).size();
        var wanted = Math.min(members, began + intent.more());
        if (wanted <= began) {
            return;
        }
        var language = intent.body().authority().languages().get(0);
        var terms = new Terms(
                intent.competency(),
                intent.current(),
                intent.target(),
                wanted,
                Arrays.stream(Terms.Weight.values())
                        .filter(weight -> weight.value() == intent.weight())
                        .findFirst()
                        .orElseThrow(),
                intent.deadline(),
                intent.english() ? List.of(language, "en") : List.of(language),
                Lists.reason(intent.competency().value(), language));
        var plight =
                new Plight(intent.body(), new Need.Id(dice.id()), terms, intent.course(), began, declared, coordinator);
        plights.add(plight);
        decide(plight, intent, coordinator, dice);
    }

    private void decide(Plight plight, Intent intent, Person coordinator, Dice dice) {
        var declared = intent.declared();
        if (intent.fate() == Fate.VERIFIED || dice.happens(0.3) && intent.fate() != Fate.DECLARED) {
            var above = staff.coordinator(Objects.requireNonNull(intent.body().parent()));
            var verified = period.workday(declared.plusDays(dice.between(1, 4)), dice);
            plight.happens(Need.Event.VERIFY, period.at(verified, dice), above, Map.of());
        }
        if (intent.fate() == Fate.WITHDRAWN) {
            var withdrawn = period.workday(declared.plusDays(dice.between(15, 40)), dice);
            var reason = Lists.reason("withdrawn", coordinator.language());
            plight.happens(Need.Event.WITHDRAW, period.at(withdrawn, dice), coordinator, Map.of("reason", reason));
        }
        if (intent.fate() == Fate.CLOSED || intent.fate() == Fate.RUNNING && dice.happens(0.5)) {
            closing.put(plight, dice.between(6, 16));
        }
        if (intent.fate().isPlanned() && plight.course != null) {
            plan(plight, plight.course, intent, coordinator, dice);
        }
    }

    /** Asks as many people as are wanted to take the course, those first who have not begun anything like it. */
    private void plan(Plight plight, Course course, Intent intent, Person coordinator, Dice dice) {
        var wait = intent.fate() == Fate.PLANNED ? 0 : dice.between(5, 11);
        var day = intent.fate() == Fate.PLANNED
                ? period.last().minusDays(dice.between(0, 4))
                : period.workday(intent.declared().plusDays(wait), dice);
        var planned = period.at(day, dice);
        if (!period.has(planned)) {
            return;
        }
        var left = Math.max(14, (int) (plight.deadline().toEpochDay() - day.toEpochDay()) - 5);
        var patient = intent.weight() == 8 || dice.happens(0.6);
        var due = intent.fate() == Fate.RUNNING && patient ? left : Math.min(45, left);
        var before = duties.size();
        staff.officials(intent.body().key()).stream()
                .filter(person -> isAskable(person, course, planned))
                .sorted(Comparator.comparing((Person person) -> !isIntroduced(person))
                        .thenComparing(person -> new Dice(seed, "turn " + person.email() + course.module()).share()))
                .limit(intent.fate() == Fate.MET || intent.fate() == Fate.CLOSED ? intent.more() + 1 : intent.more())
                .forEach(person -> ask(person, plight, course, intent.fate(), planned, due));
        if (duties.size() > before) {
            plight.happens(
                    Need.Event.PLAN,
                    planned,
                    coordinator,
                    Map.of(
                            "module",
                            course.module(),
                            "version",
                            course.id().number(),
                            "people",
                            duties.size() - before,
                            "due",
                            Journey.day(planned).plusDays(due).toString()));
            duties.subList(before, duties.size()).stream()
                    .map(Duty::journey)
                    .flatMap(Stream::ofNullable)
                    .min(Comparator.comparing(journey -> journey.enrolled))
                    .ifPresent(first ->
                            plight.happens(Need.Event.START, first.enrolled.plusSeconds(1), first.person, Map.of()));
        }
    }

    private boolean isAskable(Person person, Course course, Instant moment) {
        var journey = journey(person, course);
        return person.left() == null
                && !person.joined().isAfter(Journey.day(moment))
                && (journey == null || !journey.hasBegunBy(moment) && journey.state != Journey.State.WITHDRAWN)
                && duties.stream()
                        .noneMatch(duty ->
                                duty.person().equals(person) && duty.course().equals(course))
                && (!isIntroduced(person) || person.isAt("karditsa"));
    }

    private void ask(Person person, Plight plight, Course course, Fate fate, Instant planned, int due) {
        var dice = new Dice(seed, "ask " + person.email() + " " + course.module());
        var chance =
                switch (fate) {
                    case MET, CLOSED -> 1;
                    case RUNNING -> 0.85;
                    case OVERDUE -> 0.6;
                    default -> 0;
                };
        var goes = dice.happens(chance)
                && !(isIntroduced(person) && course.module().equals("school-enrolment"));
        var steady = fate == Fate.MET || fate == Fate.CLOSED || dice.happens(0.55);
        if (goes && journey(person, course) == null) {
            var start = Journey.day(planned).plusDays(1 + dice.geometric(steady ? 0.13 : 0.045));
            begin(person, course, start, steady ? Mood.STEADY : Mood.ASKED);
        }
        assign(person, course, plight.need().id().value(), planned, due);
    }

    private void assign(Person person, Course course, @Nullable UUID need, LocalDate day, int due) {
        var dice = new Dice(seed, "assign " + person.email() + " " + course.module());
        assign(person, course, need, period.at(day, dice), due);
    }

    private void assign(Person person, Course course, @Nullable UUID need, Instant assigned, int due) {
        var dice = new Dice(seed, "duty " + person.email() + " " + course.module());
        var coordinator = staff.coordinator(person.body().key());
        var journey = journey(person, course);
        var waived = journey == null && !isIntroduced(person) && dice.happens(0.12);
        duties.add(new Duty(
                dice.id(),
                person,
                course,
                need,
                coordinator,
                assigned,
                Journey.day(assigned).plusDays(due),
                journey,
                waived ? Lists.reason("waived", coordinator.language()) : null));
    }

    private void settle(Plight plight) {
        var terms = plight.need().terms();
        var moments = staff.all().stream()
                .filter(person -> person.isAt(plight.body.key()))
                .flatMap(person -> at(person).stream())
                .map(journey -> journey.confirmed)
                .flatMap(Stream::ofNullable)
                .toList();
        plight.settle(
                moment -> ready(plight.body, terms.competency(), terms.target(), moment),
                moments,
                closing.get(plight),
                staff.coordinator(plight.body.key()),
                period);
    }

    /** How many at a body held this level at this moment. */
    private int ready(ListedBody body, Competency.Id competency, int target, Instant moment) {
        var wanted = Rung.between(competency, 0, target);
        return (int) staff.all().stream()
                .filter(person -> person.isAt(body.key()) && person.left() == null)
                .filter(person -> held(person, moment).containsAll(wanted))
                .count();
    }

    private List<Rung> held(Person person, Instant moment) {
        var learnt = at(person).stream()
                .filter(journey -> journey.countsBy(moment))
                .flatMap(journey -> journey.course.original().rungs().stream());
        var accepted = priors.stream()
                .filter(prior -> prior.person().equals(person) && !prior.at().isAfter(moment))
                .map(Prior::rung);
        return Stream.concat(learnt, accepted).distinct().toList();
    }

    private @Nullable Journey begin(Person person, Course course, LocalDate day, Mood mood) {
        var journey = studying.study(person, course, day, mood);
        if (journey != null) {
            at(person).add(journey);
        }
        return journey;
    }

    private @Nullable Journey journey(Person person, Course course) {
        return at(person).stream()
                .filter(journey -> journey.course.equals(course))
                .findFirst()
                .orElse(null);
    }

    private List<Journey> at(Person person) {
        return Objects.requireNonNull(journeys.get(person));
    }

    private boolean isIntroduced(Person person) {
        return person.isIntroduced();
    }

    private Course course(String module) {
        return courses.stream()
                .filter(course -> course.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
