package eu.includeu.academy.optimum;

import java.time.Duration;

/** Whoever can solve a linear programme; ojAlgo does unless the settings name another. */
public interface Solver {

    /** How sure an answer is. */
    enum Proof {
        /** No better one exists. */
        BEST,
        /** It is allowed, and time was up before it was proved best. */
        ALLOWED,
        /** Time was up before any was found. */
        NOTHING
    }

    /**
     * What was found.
     *
     * @param values of the variables in their order; empty if nothing was found
     * @param objective what they cost
     */
    record Found(Proof proof, double[] values, double objective) {

        /** A lower bound, if this was a relaxation solved to its end; else nothing is known. */
        double lower() {
            return proof == Proof.BEST ? objective : 0;
        }

        static Found nothing() {
            return new Found(Proof.NOTHING, new double[0], Double.POSITIVE_INFINITY);
        }
    }

    /** In whole numbers, in the time given. */
    Found solve(Programme programme, Duration time);

    /** In any numbers: what this costs no answer in whole numbers can undercut. */
    Found relax(Programme programme, Duration time);
}
