package eu.includeu.academy.planning;

import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Paces;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.optimum.Alternatives;
import eu.includeu.academy.optimum.Call;
import eu.includeu.academy.optimum.Choice;
import eu.includeu.academy.optimum.Course;
import eu.includeu.academy.optimum.Puzzle;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Watch;
import eu.includeu.academy.runs.Led;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which version may serve which need, and makes of it the puzzle of section 7.2 of the domain guide. A version serves
 * if it takes enrolments, speaks a language asked for, can end before the deadline at the authority's pace, and its
 * prerequisites are held or can be had.
 *
 * @param candidates the newest version of every module
 * @param led which of them somebody leads, by module
 * @param paces how fast each authority learns
 */
public record Framing(
        List<Asked> asked,
        List<Candidate> candidates,
        Map<String, Led> led,
        Assumptions assumptions,
        Paces paces,
        LocalDate today) {

    /**
     * Places that no plan can fill, or that this one does not.
     *
     * @param languages in which something teaches it, where only the language is wanting
     */
    public record Shortage(Need.Id need, int level, int places, Shortfall reason, List<String> languages) {

        public Shortage {
            languages = List.copyOf(languages);
        }
    }

    public Framing {
        asked = List.copyOf(asked);
        candidates = List.copyOf(candidates);
        led = Map.copyOf(led);
    }

    public Puzzle puzzle() {
        var courses = candidates.stream().map(this::course).toList();
        return Puzzle.of(
                courses,
                asked.stream().filter(each -> each.toFill() > 0).map(this::call).toList(),
                assumptions.wageCents());
    }

    /** Solves it, from an earlier plan if there is one, and draws the plan up. */
    public Blueprint draw(Search search, @Nullable Blueprint old, Watch watch) {
        var puzzle = puzzle();
        var outcome = old == null ? search.find(puzzle, watch) : search.find(puzzle, old.known(), old.answer(), watch);
        return Drawing.draw(this, puzzle, outcome, new Alternatives(search));
    }

    private Course course(Candidate candidate) {
        var run = led.get(candidate.module());
        return run == null
                ? Course.alone(candidate.module(), candidate.minutes())
                : new Course(candidate.module(), candidate.minutes(), run.cost(), run.seats());
    }

    /** What a need calls for. */
    Call call(Asked asked) {
        var people = asked.toFill();
        return new Call(
                asked.need().id().toString(),
                asked.need().authority().toString(),
                asked.terms().weight().value(),
                asked.places(),
                60L * hours(asked) * people,
                choices(asked));
    }

    /** {@code H_n}: what a person may learn at most, and what fits into the whole weeks that are left. */
    private int hours(Asked asked) {
        var weeks = Math.max(0, daysLeft(asked) / 7);
        var hoursAWeek = paces.of(asked.need().authority()).hoursAWeek();
        return (int) Math.min(assumptions.hoursPerHead(), Math.ceil((weeks + 1) * hoursAWeek));
    }

    private int daysLeft(Asked asked) {
        return asked.need().daysLeft(today);
    }

    /** What may be used for a need: what teaches its rungs, and whatever leads to what these ask for. */
    private List<Choice> choices(Asked asked) {
        var usable = usable(asked);
        var conditions = new TreeMap<String, List<Choice.Condition>>();
        var open = new ArrayDeque<String>();
        usable.values().stream()
                .filter(candidate -> covered(candidate, asked).isPresent())
                .forEach(candidate -> open.add(candidate.module()));
        while (!open.isEmpty()) {
            var module = open.poll();
            if (!conditions.containsKey(module)) {
                var own = conditions(Objects.requireNonNull(usable.get(module)), asked, usable);
                conditions.put(module, own);
                own.forEach(condition -> open.addAll(condition.givers()));
            }
        }
        return withoutCircles(conditions).entrySet().stream()
                .map(entry -> choice(Objects.requireNonNull(usable.get(entry.getKey())), entry.getValue(), asked))
                .toList();
    }

    private static Choice choice(Candidate candidate, List<Choice.Condition> conditions, Asked asked) {
        var covered = covered(candidate, asked)
                .orElse(new Teaching(asked.terms().competency(), asked.start(), asked.start()));
        return new Choice(candidate.module(), covered.from() - asked.start(), covered.to() - asked.start(), conditions);
    }

    private Map<String, Candidate> usable(Asked asked) {
        return candidates.stream()
                .filter(candidate -> candidate.open() && speaks(candidate, asked) && inTime(candidate, asked))
                .collect(Collectors.toMap(
                        Candidate::module, candidate -> candidate, (one, other) -> one, LinkedHashMap::new));
    }

    /** The part of the need that a version covers, if any: the longest, where it takes several steps. */
    private static Optional<Teaching> covered(Candidate candidate, Asked asked) {
        return candidate.teaches().stream()
                .filter(step -> step.competency().equals(asked.terms().competency()))
                .map(step -> new Teaching(
                        step.competency(),
                        Math.max(step.from(), asked.start()),
                        Math.min(step.to(), asked.terms().target())))
                .filter(step -> step.from() < step.to())
                .max(Comparator.comparingInt((Teaching step) -> step.to() - step.from())
                        .thenComparing(step -> -step.from()));
    }

    private static boolean speaks(Candidate candidate, Asked asked) {
        return language(candidate, asked) != null;
    }

    /** The first of the authority's languages that there is an edition in. */
    static @Nullable String language(Candidate candidate, Asked asked) {
        return asked.terms().languages().stream()
                .filter(candidate.languages()::contains)
                .findFirst()
                .orElse(null);
    }

    private boolean inTime(Candidate candidate, Asked asked) {
        return paces.days(asked.need().authority(), candidate.minutes()) <= daysLeft(asked);
    }

    /**
     * What a version asks for: each level of each prerequisite, and the level at which it begins (M3). Where the need says that
     * people stand is no condition, nor is what everybody holds who shall fill a place.
     */
    private static List<Choice.Condition> conditions(Candidate candidate, Asked asked, Map<String, Candidate> usable) {
        var levels = new TreeMap<Competency.Id, Integer>();
        candidate.teaches().forEach(step -> levels.merge(step.competency(), step.from(), Math::max));
        for (var requirement : candidate.requires()) {
            if (requirement.competency() != null) {
                levels.merge(requirement.competency(), requirement.min(), Math::max);
            }
        }
        var conditions = new ArrayList<Choice.Condition>();
        levels.forEach((competency, level) -> Rung.between(competency, described(competency, asked), level).stream()
                .map(rung ->
                        new Choice.Condition(asked.holding(competency, rung.level()), givers(candidate, rung, usable)))
                .forEach(conditions::add));
        for (var requirement : candidate.requires()) {
            if (requirement.module() != null) {
                conditions.add(before(requirement.module(), asked, usable));
            }
        }
        return conditions.stream()
                .filter(condition -> condition.held() < asked.toFill())
                .distinct()
                .toList();
    }

    /** The level at which the need itself says that its people stand (N3). */
    private static int described(Competency.Id competency, Asked asked) {
        return competency.equals(asked.terms().competency()) ? asked.start() : 0;
    }

    private static Choice.Condition before(String module, Asked asked, Map<String, Candidate> usable) {
        var wanted = usable.get(module);
        return wanted == null
                ? new Choice.Condition(0, List.of())
                : new Choice.Condition(asked.holdingAll(wanted.teaches()), List.of(module));
    }

    private static List<String> givers(Candidate candidate, Rung rung, Map<String, Candidate> usable) {
        return usable.values().stream()
                .filter(other -> !other.module().equals(candidate.module()) && teaches(other, rung))
                .map(Candidate::module)
                .toList();
    }

    private static boolean teaches(Candidate candidate, Rung rung) {
        return candidate.teaches().stream().anyMatch(step -> step.leadsTo(rung));
    }

    /** Two versions that ask for each other would let each other in; of such a circle the last link is left out (M3). */
    private static Map<String, List<Choice.Condition>> withoutCircles(Map<String, List<Choice.Condition>> conditions) {
        var leads = new HashMap<String, Set<String>>();
        var kept = new TreeMap<String, List<Choice.Condition>>();
        conditions.forEach((module, own) -> kept.put(
                module,
                own.stream()
                        .map(condition -> new Choice.Condition(
                                condition.held(),
                                condition.givers().stream()
                                        .filter(giver -> link(leads, module, giver))
                                        .toList()))
                        .toList()));
        return kept;
    }

    private static boolean link(Map<String, Set<String>> leads, String module, String giver) {
        if (reaches(leads, giver, module, new HashSet<>())) {
            return false;
        }
        leads.computeIfAbsent(module, first -> new HashSet<>()).add(giver);
        return true;
    }

    private static boolean reaches(Map<String, Set<String>> leads, String from, String to, Set<String> seen) {
        return from.equals(to)
                || seen.add(from)
                        && leads.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(leads, next, to, seen));
    }

    /** Why the places that an answer leaves open on a need's rungs stay open. */
    public List<Shortage> shortages(Asked asked, List<Integer> open) {
        var shortages = new ArrayList<Shortage>();
        var rungs = asked.rungs();
        for (var step = 0; step < rungs.size(); step++) {
            if (open.get(step) > 0) {
                var reason = reason(asked, rungs.get(step), step);
                shortages.add(new Shortage(
                        asked.need().id(),
                        rungs.get(step).level(),
                        open.get(step),
                        reason,
                        reason == Shortfall.NO_LANGUAGE ? languages(rungs.get(step)) : List.of()));
            }
        }
        return shortages;
    }

    private List<String> languages(Rung rung) {
        return candidates.stream()
                .filter(candidate -> candidate.open() && teaches(candidate, rung))
                .flatMap(candidate -> candidate.languages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Shortfall reason(Asked asked, Rung rung, int step) {
        var teaching = candidates.stream()
                .filter(candidate -> candidate.open() && teaches(candidate, rung))
                .toList();
        if (teaching.isEmpty()) {
            return Shortfall.NO_CONTENT;
        }
        var spoken = teaching.stream().filter(each -> speaks(each, asked)).toList();
        if (spoken.isEmpty()) {
            return Shortfall.NO_LANGUAGE;
        }
        if (spoken.stream().noneMatch(each -> inTime(each, asked))) {
            return Shortfall.TOO_LATE;
        }
        var call = call(asked);
        var most = call.choices().stream()
                .filter(choice -> choice.covers(step))
                .mapToInt(choice -> obtainable(choice, call))
                .sum();
        return most < call.places().get(step) ? Shortfall.NO_PREREQUISITE_PATH : Shortfall.NO_SEATS;
    }

    /** How many at most could meet what a choice asks for, were there seats and hours enough. */
    private static int obtainable(Choice choice, Call call) {
        return choice.conditions().stream()
                .mapToInt(condition -> condition.held()
                        + call.choices().stream()
                                .filter(other -> condition.givers().contains(other.course()))
                                .mapToInt(other -> obtainable(other, call))
                                .sum())
                .reduce(call.people(), Math::min);
    }
}
