package eu.includeu.academy.matching;

import java.util.List;

/**
 * What there is for a need: modules that would serve, best first, and those that would not, with the reason.
 *
 * @param best eligible ones in their order
 * @param excluded the others
 */
public record Ranked(List<Match> best, List<Exclusion> excluded) {

    /** A module that would serve. */
    public record Match(Candidate module, Score score, Explanation why) {}

    /** A module that teaches what is needed and still cannot be taken. */
    public record Exclusion(Candidate module, Reason reason, List<Object> facts) {

        public Exclusion {
            facts = List.copyOf(facts);
        }
    }

    /** Why a module is left out; the first that applies is told. */
    public enum Reason {
        /** Past its review date for too long; it takes no enrolments. */
        CLOSED,
        /** Exists, but in none of the languages asked for. */
        LANGUAGE,
        /** Starts above the level that people have. */
        GAP_BELOW,
        /** Cannot be finished before the deadline at the pace of the authority. */
        TOO_LATE,
        /** Asks for something that people lack and that no module gives them in time. */
        PREREQUISITE
    }

    public Ranked {
        best = List.copyOf(best);
        excluded = List.copyOf(excluded);
    }
}
