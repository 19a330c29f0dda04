package eu.includeu.academy.planning;

import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.optimum.Alternatives;
import eu.includeu.academy.optimum.Call;
import eu.includeu.academy.optimum.Choice;
import eu.includeu.academy.optimum.Outcome;
import eu.includeu.academy.optimum.Puzzle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a plan up from what the search has found: people, weeks, reasons and the next best for each part. */
final class Drawing {

    private final Framing framing;
    private final Puzzle puzzle;
    private final Outcome outcome;
    private final Alternatives alternatives;
    private final Map<String, Candidate> candidates;
    private final Map<String, Integer> taken;
    private final Map<String, Integer> runs;
    private final Map<String, Set<String>> houses = new HashMap<>();

    /** Only what a call shares runs with can be touched by another way of it. */
    private final Map<String, Puzzle> parts = new HashMap<>();

    private Drawing(Framing framing, Puzzle puzzle, Outcome outcome, Alternatives alternatives) {
        this.framing = framing;
        this.puzzle = puzzle;
        this.outcome = outcome;
        this.alternatives = alternatives;
        this.candidates = framing.candidates().stream()
                .collect(Collectors.toMap(Candidate::module, candidate -> candidate, (one, other) -> one));
        this.taken = outcome.answer().taken();
        this.runs = outcome.answer().runs(puzzle);
        puzzle.parts().forEach(part -> part.calls().forEach(call -> parts.put(call.id(), part)));
        for (var call : puzzle.calls()) {
            outcome.answer().of(call.id()).keySet().forEach(course -> houses.computeIfAbsent(
                            course, first -> new HashSet<>())
                    .add(call.house()));
        }
    }

    static Blueprint draw(Framing framing, Puzzle puzzle, Outcome outcome, Alternatives alternatives) {
        return new Drawing(framing, puzzle, outcome, alternatives).draw();
    }

    private Blueprint draw() {
        var rota = new Rota(framing.paces(), framing.today());
        var turns = rota.give(seats());
        var price = outcome.price();
        var byCall = puzzle.calls().stream().collect(Collectors.toMap(Call::id, call -> call));
        return new Blueprint(
                outcome.state(),
                outcome.gap(),
                outcome.total(),
                outcome.bound(),
                price.time(),
                price.runs(),
                price.minutes(),
                outcome.reused(),
                framing.asked().stream()
                        .map(this::ask)
                        .sorted(Comparator.comparing(Blueprint.Ask::deadline).thenComparing(Blueprint.Ask::id))
                        .toList(),
                turns.stream()
                        .map(turn -> item(
                                turn,
                                Objects.requireNonNull(
                                        byCall.get(id(turn.seats().asked())))))
                        .toList(),
                framing.asked().stream().flatMap(asked -> open(asked).stream()).toList(),
                loads(rota),
                facts(framing),
                outcome.parts());
    }

    private List<Rota.Seats> seats() {
        var seats = new ArrayList<Rota.Seats>();
        for (var asked : framing.asked()) {
            var call = framing.call(asked);
            outcome.answer().of(call.id()).forEach((course, number) -> {
                var choice = choice(call, course);
                seats.add(new Rota.Seats(
                        asked, candidate(course), asked.start() + choice.from(), asked.start() + choice.to(), number));
            });
        }
        return seats;
    }

    private Blueprint.Ask ask(Asked asked) {
        var need = asked.need();
        var left = left(asked);
        return new Blueprint.Ask(
                need.id().value(),
                need.authority().value(),
                need.terms().competency().toString(),
                asked.start(),
                need.terms().target(),
                asked.toFill(),
                asked.places().stream().mapToInt(Integer::intValue).sum(),
                left.stream().mapToInt(Integer::intValue).sum(),
                need.terms().weight().value(),
                need.terms().deadline(),
                need.terms().languages());
    }

    private List<Integer> left(Asked asked) {
        return asked.toFill() == 0
                ? asked.places().stream().map(none -> 0).toList()
                : framing.call(asked).open(outcome.answer().of(id(asked)));
    }

    private List<Blueprint.Open> open(Asked asked) {
        return framing.shortages(asked, left(asked)).stream()
                .map(shortage -> new Blueprint.Open(
                        shortage.need().value(),
                        shortage.level(),
                        shortage.places(),
                        shortage.reason(),
                        shortage.languages()))
                .toList();
    }

    private Blueprint.Item item(Rota.Turn turn, Call call) {
        var seats = turn.seats();
        var module = seats.candidate().module();
        var choice = choice(call, module);
        var need = seats.asked().need();
        return new Blueprint.Item(
                need.id().value(),
                need.authority().value(),
                module,
                seats.candidate().id().number(),
                String.valueOf(Framing.language(seats.candidate(), seats.asked())),
                seats.number(),
                seats.candidate().minutes(),
                cents(module, seats.number()),
                seats.from(),
                seats.to(),
                turn.people().stream().map(person -> person.value()).toList(),
                turn.starts(),
                turn.ends(),
                because(choice, call),
                others(choice, call),
                leads(module, call),
                next(seats, call));
    }

    /** Working time, and of what the runs cost the same share for each seat taken. */
    private long cents(String module, int seats) {
        var course = Objects.requireNonNull(puzzle.byId().get(module));
        return seats * puzzle.seat(course)
                + (course.facilitated()
                        ? runs.getOrDefault(module, 0) * course.fixed() * seats / taken.getOrDefault(module, 1)
                        : 0);
    }

    private Blueprint.Because because(Choice choice, Call call) {
        if (choice.from() == choice.to()) {
            return Blueprint.Because.FIRST;
        }
        if (runs.containsKey(choice.course())
                && houses.getOrDefault(choice.course(), Set.of()).size() > 1) {
            return Blueprint.Because.SHARED;
        }
        return others(choice, call) == 0 ? Blueprint.Because.ONLY : Blueprint.Because.LEAST;
    }

    /** Other versions that cover at least one of the same steps. */
    private static int others(Choice choice, Call call) {
        return (int) call.choices().stream()
                .filter(other -> !other.course().equals(choice.course())
                        && Math.max(other.from(), choice.from()) < Math.min(other.to(), choice.to()))
                .count();
    }

    /** What is taken for the same need and asks for this first. */
    private List<String> leads(String module, Call call) {
        var own = outcome.answer().of(call.id());
        return call.choices().stream()
                .filter(other -> own.containsKey(other.course()))
                .filter(other -> other.conditions().stream()
                        .anyMatch(condition -> condition.givers().contains(module)))
                .map(Choice::course)
                .toList();
    }

    private Blueprint.@Nullable Next next(Rota.Seats seats, Call call) {
        var module = seats.candidate().module();
        var next = alternatives.without(Objects.requireNonNull(parts.get(call.id())), outcome.answer(), call, module);
        if (next.instead().isEmpty()) {
            return next.left() > 0 ? new Blueprint.Next(List.of(), "", 0, 0, next.left()) : null;
        }
        var modules = List.copyOf(next.instead().keySet());
        var first = candidate(modules.get(0));
        return new Blueprint.Next(
                modules,
                String.valueOf(Framing.language(first, seats.asked())),
                modules.size() == 1 ? first.minutes() - seats.candidate().minutes() : next.minutes(),
                next.cents(),
                Math.max(0, next.left()));
    }

    private List<Blueprint.Load> loads(Rota rota) {
        var house = new HashMap<UUID, UUID>();
        framing.asked().forEach(asked -> asked.staff()
                .levels()
                .keySet()
                .forEach(person ->
                        house.put(person.value(), asked.need().authority().value())));
        return rota.minutes().entrySet().stream()
                .map(entry -> new Blueprint.Load(
                        Objects.requireNonNull(house.get(entry.getKey().value())),
                        entry.getKey().value(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Blueprint.Load::minutes).reversed().thenComparing(Blueprint.Load::person))
                .toList();
    }

    /** What a plan for this would be drawn up from. */
    static Blueprint.Facts facts(Framing framing) {
        var needs = new TreeMap<String, String>();
        for (var asked : framing.asked()) {
            var terms = asked.terms();
            needs.put(
                    id(asked),
                    String.join(
                            " ",
                            asked.places().toString(),
                            terms.deadline().toString(),
                            terms.weight().key(),
                            String.join(",", terms.languages())));
        }
        var modules = new TreeMap<String, String>();
        framing.candidates().stream()
                .filter(Candidate::open)
                .forEach(candidate ->
                        modules.put(candidate.module(), candidate.id().number() + led(framing, candidate)));
        return new Blueprint.Facts(needs, modules);
    }

    private static String led(Framing framing, Candidate candidate) {
        var run = framing.led().get(candidate.module());
        return run == null ? "" : " " + run.cost() + "/" + run.seats();
    }

    private static Choice choice(Call call, String course) {
        return call.choices().stream()
                .filter(choice -> choice.course().equals(course))
                .findFirst()
                .orElseThrow();
    }

    private Candidate candidate(String module) {
        return Objects.requireNonNull(candidates.get(module));
    }

    private static String id(Asked asked) {
        return asked.need().id().toString();
    }
}
