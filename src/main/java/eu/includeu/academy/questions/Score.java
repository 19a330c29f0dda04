package eu.includeu.academy.questions;

/** The points won out of those that could be won. */
public record Score(Fraction won, int possible) {

    public Fraction share() {
        return possible == 0 ? Fraction.NONE : won.times(Fraction.of(1, possible));
    }

    /** Whether the pass mark, a share from 0 to 1, is reached; exactly reached is reached. */
    public boolean passes(Fraction passMark) {
        return share().isAtLeast(passMark);
    }
}
