package eu.includeu.academy.demo.story;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.demo.story.Declaring.Fate;
import eu.includeu.academy.demo.story.Declaring.Intent;
import eu.includeu.academy.demo.story.Studying.Mood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Declares the needs, asks people to take what serves them, and sees what became of it. */
final class Planning {

    /** Whose officials the demo follows from a need to a certificate. */
    private static final String STAGE = "karditsa";

    private static final String UNTOUCHED = "school-enrolment";

    private final long seed;
    private final Period period;
    private final Staff staff;
    private final Memory memory;
    private final List<Duty> duties = new ArrayList<>();
    private final List<Plight> plights = new ArrayList<>();
    private final Map<Plight, Integer> closing = new HashMap<>();

    Planning(long seed, Period period, Staff staff, Memory memory) {
        this.seed = seed;
        this.period = period;
        this.staff = staff;
        this.memory = memory;
    }

    List<Duty> duties() {
        return List.copyOf(duties);
    }

    List<Plight> plights() {
        return List.copyOf(plights);
    }

    /** Plays all that bodies intend, the earliest first, and then looks what the calendar and the certificates made of it. */
    void play(List<Intent> intents) {
        staff.all(Role.OFFICIAL).stream()
                .filter(person -> person.isIntroduced() && !person.isAt(STAGE))
                .forEach(this::introduce);
        intents.forEach(this::declare);
        plights.forEach(this::settle);
    }

    /** Those whom the demo introduces have one module that was assigned and is not begun. */
    private void introduce(Person person) {
        var dice = new Dice(seed, "assign " + person.email());
        var assigned = period.at(period.last().minusDays(2), dice);
        assign(person, memory.course(UNTOUCHED), null, assigned, 15);
    }

    private void declare(Intent intent) {
        var dice = new Dice(seed, "need " + intent.body().key() + " " + intent.competency());
        var coordinator = staff.coordinator(intent.body().key());
        var declared = period.at(intent.declared(), dice);
        var began = memory.ready(intent.body(), intent.competency(), intent.target(), declared);
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
        if (intent.fate() != Fate.MET) {
            closing.put(plight, dice.between(6, 24));
        }
        if (intent.fate().isPlanned() && plight.course() != null) {
            plan(plight, plight.course(), intent, coordinator, dice);
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
                .sorted(Comparator.comparing((Person person) -> !person.isIntroduced())
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
                    .min(Comparator.comparing(journey -> journey.enrolled()))
                    .ifPresent(first -> plight.happens(
                            Need.Event.START, first.enrolled().plusSeconds(1), first.person(), Map.of()));
        }
    }

    private boolean isAskable(Person person, Course course, Instant moment) {
        var journey = memory.journey(person, course);
        return person.left() == null
                && !person.joined().isAfter(Journey.day(moment))
                && (journey == null || !journey.hasBegunBy(moment) && journey.state() != Journey.State.WITHDRAWN)
                && duties.stream()
                        .noneMatch(duty ->
                                duty.person().equals(person) && duty.course().equals(course))
                && (!person.isIntroduced() || person.isAt(STAGE));
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
                && !(person.isIntroduced() && course.module().equals(UNTOUCHED));
        var steady = fate == Fate.MET || fate == Fate.CLOSED || dice.happens(0.55);
        if (goes && memory.journey(person, course) == null) {
            var start = Journey.day(planned).plusDays(1 + dice.geometric(steady ? 0.13 : 0.045));
            memory.begin(person, course, start, steady ? Mood.STEADY : Mood.ASKED);
        }
        assign(person, course, plight.need().id().value(), planned, due);
    }

    private void assign(Person person, Course course, @Nullable UUID need, Instant assigned, int due) {
        var dice = new Dice(seed, "duty " + person.email() + " " + course.module());
        var coordinator = staff.coordinator(person.body().key());
        var journey = memory.journey(person, course);
        var waived = journey == null && !person.isIntroduced() && dice.happens(0.12);
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
                .filter(person -> person.isAt(plight.body().key()))
                .flatMap(person -> memory.of(person).stream())
                .map(journey -> journey.confirmed())
                .flatMap(Stream::ofNullable)
                .toList();
        plight.settle(
                moment -> memory.ready(plight.body(), terms.competency(), terms.target(), moment),
                moments,
                closing.get(plight),
                staff.coordinator(plight.body().key()),
                period);
    }
}
