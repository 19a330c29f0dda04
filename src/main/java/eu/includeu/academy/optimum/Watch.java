package eu.includeu.academy.optimum;

/** Whoever watches a search: is told how far it has come, and may stop it. */
public interface Watch {

    /** Nobody looks, and nobody stops it. */
    Watch NOBODY = new Watch() {

        @Override
        public boolean stopped() {
            return false;
        }

        @Override
        public void tell(Progress progress) {}
    };

    /** Asked between two pieces of work; the best so far is kept. */
    boolean stopped();

    void tell(Progress progress);

    /** What a search is busy with. */
    enum Phase {
        /** A first answer, good but not proved. */
        FIRST,
        /** Each part on its own, to the end. */
        PROVE,
        /** Prices of shared seats, for trees too large to be solved whole. */
        PRICE
    }

    /**
     * How far a search has come.
     *
     * @param done parts, or rounds, that are finished
     * @param best what the best answer so far costs, penalties included
     * @param bound what no answer can undercut
     */
    record Progress(Phase phase, int done, int of, long best, double bound) {}
}
