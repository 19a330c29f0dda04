package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Looks for the plan of least cost. What has nothing to do with each other is solved apart; each part first by a quick
 * answer, then exactly, and where too many houses share runs, by prices of seats. Whatever was solved before and has not
 * changed is taken over. Depends on nothing but its arguments, unless somebody stops it or time is up.
 */
public final class Search {

    private final Solver solver;
    private final Limits limits;

    public Search(Solver solver, Limits limits) {
        this.solver = solver;
        this.limits = limits;
    }

    public Outcome find(Puzzle puzzle, Watch watch) {
        return find(puzzle, Map.of(), Answer.NONE, watch);
    }

    /**
     * Looks for the best answer, from an earlier one.
     *
     * @param known parts of earlier answers by their fingerprints
     * @param old the earlier answer, from which parts that changed set out
     */
    public Outcome find(Puzzle puzzle, Map<String, Outcome.Part> known, Answer old, Watch watch) {
        var score = new Score(watch);
        for (var part : puzzle.parts()) {
            var fingerprint = part.fingerprint();
            var kept = known.get(fingerprint);
            if (kept != null && kept.proved()) {
                score.reuse(kept);
            } else {
                score.add(part, first(part, fingerprint, old));
            }
        }
        score.tell(Watch.Phase.FIRST, 0);
        var stopped = false;
        for (var at = 0; at < score.size(); at++) {
            stopped |= watch.stopped();
            if (!stopped && !score.part(at).proved()) {
                score.put(at, prove(score.puzzle(at), score.part(at), score.within(at)));
            }
            score.tell(Watch.Phase.PROVE, at + 1);
        }
        return score.outcome(puzzle, stopped || watch.stopped());
    }

    /** Solves one call by itself, with the seats of shared runs at these prices. */
    Priced price(Call call, Puzzle puzzle, Map<String, Course> courses, ToDoubleFunction<Course> seat) {
        var chain = Chains.solve(
                call,
                courses,
                course -> puzzle.seat(course) + seat.applyAsDouble(course),
                (double) puzzle.penalty() * call.weight());
        if (chain.best()) {
            return new Priced(new Answer(Map.of(call.id(), chain.seats())), chain.bound());
        }
        var programme = Programme.of(puzzle.with(List.of(call))).priced(courses, seat);
        var found = solver.solve(programme, limits.part());
        var bound = found.proof() == Solver.Proof.BEST
                ? found.objective()
                : Math.max(chain.bound(), solver.relax(programme, limits.part()).lower());
        return new Priced(
                found.proof() == Solver.Proof.NOTHING ? Answer.NONE : programme.answer(found.values()), bound);
    }

    /** What a call answers to prices, and what no answer to them undercuts. */
    record Priced(Answer answer, double bound) {}

    /** Something allowed, at once; where the cheapest ways up keep all rules and share no run, the best already. */
    private Outcome.Part first(Puzzle part, String fingerprint, Answer old) {
        var courses = part.byId();
        var empty = Outcome.Part.of(part, fingerprint);
        var chains = new TreeMap<String, Chains.Found>();
        for (var call : part.calls()) {
            chains.put(
                    call.id(),
                    Chains.solve(
                            call,
                            courses,
                            course -> part.seat(course) + course.share(),
                            (double) part.penalty() * call.weight()));
        }
        var bound = chains.values().stream().mapToDouble(Chains.Found::bound).sum();
        var alone = part.courses().stream().noneMatch(Course::facilitated);
        return alone && chains.values().stream().allMatch(Chains.Found::best)
                ? empty.with(part, seats(chains), bound)
                : empty.with(part, part.houses() > limits.houses() ? seats(chains) : start(part, old), bound);
    }

    /** Of these ways up those that keep all rules. */
    private static Answer seats(Map<String, Chains.Found> chains) {
        var seats = new TreeMap<String, Map<String, Integer>>();
        chains.forEach((call, chain) -> seats.put(call, chain.best() ? chain.seats() : Map.of()));
        return new Answer(seats);
    }

    private Answer start(Puzzle part, Answer old) {
        var fresh = Swaps.improve(part, Greedy.answer(part));
        var kept = kept(part, old);
        if (kept.seats().isEmpty()) {
            return fresh;
        }
        var mended = Swaps.improve(part, Greedy.answer(part, kept));
        return mended.total(part) <= fresh.total(part) ? mended : fresh;
    }

    /** What of the earlier answer is still allowed. */
    private static Answer kept(Puzzle part, Answer old) {
        var courses = part.byId();
        return Answer.of(part.calls().stream()
                .filter(call -> call.allows(old.of(call.id()), courses))
                .map(call -> new Answer(Map.of(call.id(), old.of(call.id())))));
    }

    private Outcome.Part prove(Puzzle part, Outcome.Part first, Watch watch) {
        return part.houses() > limits.houses()
                ? better(part, first, new Pricing(part, this, limits.rounds(), watch).find())
                : exact(part, first);
    }

    private Outcome.Part exact(Puzzle part, Outcome.Part first) {
        var programme = Programme.of(part);
        var relaxed = solver.relax(programme, limits.part()).lower();
        var sure = first.with(part, first.answer(), Math.max(first.bound(), relaxed));
        if (sure.proved()) {
            return sure;
        }
        var found = solver.solve(programme, limits.part());
        return switch (found.proof()) {
            case BEST -> proved(part, programme.answer(found.values()), sure, found.objective());
            case ALLOWED -> better(part, sure, new Priced(programme.answer(found.values()), sure.bound()));
            case NOTHING -> sure;
        };
    }

    /** What the solver holds for the best is looked at once more: rounding must not have broken a rule. */
    private static Outcome.Part proved(Puzzle part, Answer found, Outcome.Part sure, double objective) {
        var best = better(part, sure, new Priced(found, objective));
        return best.with(part, best.answer(), Math.min(objective, best.answer().total(part)));
    }

    private static Outcome.Part better(Puzzle part, Outcome.Part one, Priced other) {
        var better = other.answer().isAllowed(part)
                && other.answer().total(part) <= one.answer().total(part);
        return one.with(part, better ? other.answer() : one.answer(), Math.max(one.bound(), other.bound()));
    }

    /** Keeps the parts and their sums while these become better, and tells of it, though not of every little part. */
    private static final class Score {

        private static final int TOLD = 100;

        private final Watch watch;
        private final List<Puzzle> puzzles = new ArrayList<>();
        private final List<Outcome.Part> parts = new ArrayList<>();
        private final List<Outcome.Part> reused = new ArrayList<>();
        private long best;
        private double bound;

        private Score(Watch watch) {
            this.watch = watch;
        }

        int size() {
            return parts.size();
        }

        Puzzle puzzle(int at) {
            return puzzles.get(at);
        }

        Outcome.Part part(int at) {
            return parts.get(at);
        }

        void reuse(Outcome.Part part) {
            reused.add(part);
            best += Math.round(part.bound());
            bound += part.bound();
        }

        void add(Puzzle puzzle, Outcome.Part part) {
            puzzles.add(puzzle);
            parts.add(part);
            count(part, puzzle, 1);
        }

        void put(int at, Outcome.Part part) {
            count(parts.get(at), puzzles.get(at), -1);
            parts.set(at, part);
            count(part, puzzles.get(at), 1);
        }

        private void count(Outcome.Part part, Puzzle puzzle, int times) {
            best += times * part.answer().total(puzzle);
            bound += times * part.bound();
        }

        void tell(Watch.Phase phase, int done) {
            if (done == size() || done % Math.max(1, size() / TOLD) == 0) {
                watch.tell(new Watch.Progress(phase, done, size(), best, bound));
            }
        }

        /** Progress inside one part, told as progress of the whole. */
        Watch within(int at) {
            var otherBest = best - part(at).answer().total(puzzle(at));
            var otherBound = bound - part(at).bound();
            return new Watch() {

                @Override
                public boolean stopped() {
                    return watch.stopped();
                }

                @Override
                public void tell(Progress inner) {
                    watch.tell(new Progress(
                            inner.phase(),
                            inner.done(),
                            inner.of(),
                            otherBest + inner.best(),
                            otherBound + inner.bound()));
                }
            };
        }

        Outcome outcome(Puzzle puzzle, boolean stopped) {
            var all = Stream.concat(reused.stream(), parts.stream()).toList();
            return Outcome.of(puzzle, all, reused.size(), stopped);
        }
    }
}
