package eu.includeu.academy.matching;

import eu.includeu.academy.competencies.Competency;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a module stands where it stands, as data: the numbers are those of the score, and a page only puts words around
 * them.
 *
 * @param covered levels of the need that it teaches, lowest first
 * @param missing levels of the need that stay open after it
 * @param beyond how many rungs of the competency it teaches that the need does not ask for
 * @param taught how many rungs of the competency it teaches in all
 * @param language in which the people would take it
 * @param firstChoice whether that is the authority's first choice
 * @param minutes how long it takes
 * @param shortest how long the shortest of the eligible ones takes
 * @param learners on how many the effect was measured
 * @param gain the effect taken into account, in per cent of what could be gained
 * @param usualGain the mean of all modules, in the same measure
 * @param local whose law it treats, seen from the authority
 * @param country of the authority, or null
 * @param daysPast how long its review is overdue; 0 if it is not
 * @param prerequisites what must be held before, and how many lack it
 */
public record Explanation(
        List<Integer> covered,
        List<Integer> missing,
        int beyond,
        int taught,
        String language,
        boolean firstChoice,
        int minutes,
        int shortest,
        int learners,
        double gain,
        double usualGain,
        Local local,
        @Nullable String country,
        LocalDate reviewBy,
        int daysPast,
        List<Prerequisite> prerequisites) {

    /** Whose law and offices a module speaks of. */
    public enum Local {
        OWN,
        GENERAL,
        OTHER
    }

    /**
     * Something to be held before the module is taken.
     *
     * @param competency null where another module is asked for
     * @param lacking how many of the people still to train do not have it
     * @param through the module that would give it to them, or null if none is needed or there is none
     */
    public record Prerequisite(
            Competency.@Nullable Id competency,
            int min,
            @Nullable String module,
            int lacking,
            @Nullable String through) {}

    public Explanation {
        covered = List.copyOf(covered);
        missing = List.copyOf(missing);
        prerequisites = List.copyOf(prerequisites);
    }

    public int needed() {
        return covered.size() + missing.size();
    }
}
