package eu.includeu.academy.optimum;

import java.util.List;

/**
 * What a search has come to.
 *
 * @param bound what no answer can undercut, penalties included, in cents
 * @param parts the pieces that have nothing to do with each other, each with its own proof
 * @param reused how many of them were taken over from an earlier answer
 */
public record Outcome(
        Answer answer, Answer.Price price, long total, double bound, State state, List<Part> parts, int reused) {

    /** How sure it is. */
    public enum State {
        /** No plan costs less. */
        OPTIMAL,
        /** Within a stated share of the bound. */
        WITHIN,
        /** Stopped before the end: the best so far. */
        STOPPED
    }

    /**
     * A piece of the answer.
     *
     * @param fingerprint of the puzzle that it answers
     * @param proved whether it is the best
     */
    public record Part(String fingerprint, List<String> calls, Answer answer, double bound, boolean proved) {

        public Part {
            calls = List.copyOf(calls);
        }

        /** Nobody sits yet, and nothing is known of what may be had. */
        static Part of(Puzzle puzzle, String fingerprint) {
            return new Part(fingerprint, puzzle.calls().stream().map(Call::id).toList(), Answer.NONE, 0, false);
        }

        /** The same piece with another answer, and another bound. */
        Part with(Puzzle puzzle, Answer other, double sure) {
            return new Part(fingerprint, calls, other, sure, isBest(other.total(puzzle), sure));
        }
    }

    public Outcome {
        parts = List.copyOf(parts);
    }

    static Outcome of(Puzzle puzzle, List<Part> parts, int reused, boolean stopped) {
        var answer = Answer.of(parts.stream().map(Part::answer));
        var bound = parts.stream().mapToDouble(Part::bound).sum();
        var price = answer.price(puzzle);
        var proved = parts.stream().allMatch(Part::proved);
        var state = proved ? State.OPTIMAL : stopped ? State.STOPPED : State.WITHIN;
        return new Outcome(answer, price, price.total(puzzle.penalty()), bound, state, parts, reused);
    }

    /** All costs are whole cents: what is less than one above the bound is the best. */
    static boolean isBest(long total, double bound) {
        return total - bound < 1 - 1e-3;
    }

    /**
     * What at most could be saved, in per cent of what is paid. The penalties for open places are left out of the divisor,
     * so that they cannot hide a bad answer.
     */
    public double gap() {
        var gap = Math.max(0, total - bound);
        return state == State.OPTIMAL || gap < 1 ? 0 : 100 * gap / Math.max(1, price.paid());
    }
}
