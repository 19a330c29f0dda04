package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
        var open = new ArrayList<Puzzle>();
        var firsts = new ArrayList<Outcome.Part>();
        var reused = new ArrayList<Outcome.Part>();
        for (var part : puzzle.parts()) {
            var kept = known.get(part.fingerprint());
            if (kept != null && kept.proved()) {
                reused.add(kept);
            } else {
                open.add(part);
                firsts.add(first(part, old));
            }
        }
        var score = new Score(open, firsts, reused);
        score.tell(watch, Watch.Phase.FIRST, 0);
        var stopped = false;
        for (var at = 0; at < open.size(); at++) {
            stopped |= watch.stopped();
            if (!stopped && !firsts.get(at).proved()) {
                score.put(at, prove(open.get(at), firsts.get(at), score.within(watch, at)));
            }
            score.tell(watch, Watch.Phase.PROVE, at + 1);
        }
        stopped |= watch.stopped();
        reused.addAll(score.parts);
        return Outcome.of(puzzle, reused, reused.size() - open.size(), stopped);
    }

    /** Solves one call by itself, with the seats of shared runs at these prices. */
    Priced price(Call call, Puzzle puzzle, Map<String, Course> courses, ToDoubleFunction<Course> seat) {
        var path = Chains.solve(
                call,
                courses,
                course -> puzzle.seat(course) + seat.applyAsDouble(course),
                (double) puzzle.penalty() * call.weight());
        if (path.isPresent() && path.get().best()) {
            return new Priced(
                    new Answer(Map.of(call.id(), path.get().seats())),
                    path.get().bound());
        }
        var programme = Programme.of(puzzle.with(List.of(call))).priced(courses, seat);
        var found = solver.solve(programme, limits.part());
        var bound = found.proof() == Solver.Proof.BEST
                ? found.objective()
                : Math.max(
                        path.map(Chains.Found::bound).orElse(0.0),
                        solver.relax(programme, limits.part()).lower());
        return new Priced(
                found.proof() == Solver.Proof.NOTHING ? Answer.NONE : programme.answer(found.values()), bound);
    }

    /** What a call answers to prices, and what no answer to them undercuts. */
    record Priced(Answer answer, double bound) {}

    /** Something allowed, at once; for a call that stands alone and whose path keeps all rules, the best already. */
    private Outcome.Part first(Puzzle part, Answer old) {
        var courses = part.byId();
        var bound = 0.0;
        for (var call : part.calls()) {
            var path = Chains.solve(
                    call,
                    courses,
                    course -> part.seat(course) + course.share(),
                    (double) part.penalty() * call.weight());
            if (part.calls().size() == 1 && path.isPresent() && path.get().best() && !shares(part)) {
                return Outcome.Part.of(
                        part,
                        new Answer(Map.of(call.id(), path.get().seats())),
                        path.get().bound());
            }
            bound += path.map(Chains.Found::bound).orElse(0.0);
        }
        return Outcome.Part.of(part, start(part, old), bound);
    }

    private Answer start(Puzzle part, Answer old) {
        if (part.houses() > limits.houses()) {
            return Answer.NONE;
        }
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
        return part.calls().stream()
                .filter(call -> call.allows(old.of(call.id()), courses))
                .map(call -> new Answer(Map.of(call.id(), old.of(call.id()))))
                .reduce(Answer.NONE, Answer::and);
    }

    private static boolean shares(Puzzle part) {
        return part.courses().stream().anyMatch(Course::facilitated);
    }

    private Outcome.Part prove(Puzzle part, Outcome.Part first, Watch watch) {
        if (part.houses() > limits.houses()) {
            var priced = new Pricing(part, this, limits.rounds(), watch).find();
            return better(part, first, priced);
        }
        return exact(part, first);
    }

    private Outcome.Part exact(Puzzle part, Outcome.Part first) {
        var programme = Programme.of(part);
        var relaxed = solver.relax(programme, limits.part()).lower();
        var bound = Math.max(first.bound(), relaxed);
        if (Outcome.isBest(first.answer().total(part), bound)) {
            return Outcome.Part.of(part, first.answer(), bound);
        }
        var found = solver.solve(programme, limits.part());
        return switch (found.proof()) {
            case BEST -> proved(part, programme.answer(found.values()), first.answer(), found.objective());
            case ALLOWED -> better(part, first, Outcome.Part.of(part, programme.answer(found.values()), bound));
            case NOTHING -> Outcome.Part.of(part, first.answer(), bound);
        };
    }

    /** What the solver holds for the best is looked at once more: rounding must not have broken a rule. */
    private static Outcome.Part proved(Puzzle part, Answer found, Answer first, double objective) {
        var best = found.isAllowed(part) && found.total(part) <= first.total(part) ? found : first;
        return Outcome.Part.of(part, best, Math.min(objective, best.total(part)));
    }

    private static Outcome.Part better(Puzzle part, Outcome.Part one, Outcome.Part other) {
        var answer = other.answer().isAllowed(part)
                        && other.answer().total(part) <= one.answer().total(part)
                ? other.answer()
                : one.answer();
        return Outcome.Part.of(part, answer, Math.max(one.bound(), other.bound()));
    }

    /** Keeps the sums while parts become better. */
    private static final class Score {

        private final List<Puzzle> puzzles;
        private final List<Outcome.Part> parts;
        private final List<Outcome.Part> reused;

        private Score(List<Puzzle> puzzles, List<Outcome.Part> parts, List<Outcome.Part> reused) {
            this.puzzles = puzzles;
            this.parts = parts;
            this.reused = reused;
        }

        void put(int at, Outcome.Part part) {
            parts.set(at, part);
        }

        void tell(Watch watch, Watch.Phase phase, int done) {
            watch.tell(new Watch.Progress(phase, done, parts.size(), best(), bound()));
        }

        /** Progress inside one part, told as progress of the whole. */
        Watch within(Watch watch, int at) {
            var before = puzzles.get(at);
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
                            best() - parts.get(at).answer().total(before) + inner.best(),
                            bound() - parts.get(at).bound() + inner.bound()));
                }
            };
        }

        private long best() {
            var best = (long) reused.stream().mapToDouble(Outcome.Part::bound).sum();
            for (var at = 0; at < parts.size(); at++) {
                best += parts.get(at).answer().total(puzzles.get(at));
            }
            return best;
        }

        private double bound() {
            return parts.stream().mapToDouble(Outcome.Part::bound).sum()
                    + reused.stream().mapToDouble(Outcome.Part::bound).sum();
        }
    }
}
