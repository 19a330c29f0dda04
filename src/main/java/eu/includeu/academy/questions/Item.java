package eu.includeu.academy.questions;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Refused;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A question in its place in a module: what it is evidence of, when it is put, and what it is worth.
 *
 * @param id unique in the module, such as {@code q1}
 * @param uses whether it measures the starting point, the result, or both
 * @param feedback says why; shown when the learner has passed or used the last attempt
 * @param sources the keys of the sources on which it rests
 */
public record Item(
        String id, Rung rung, Set<Use> uses, int points, String feedback, List<String> sources, Question question) {

    /** Before the module, or at its end. */
    public enum Use {
        PRE,
        POST
    }

    static final int MOST_POINTS = 100;
    static final int LONGEST_FEEDBACK = 2_000;

    public Item {
        Refused.checks()
                .when(uses.isEmpty(), "use", "question.no-use")
                .when(points < 1 || points > MOST_POINTS, "points", "question.points", MOST_POINTS)
                .when(feedback.isBlank(), "feedback", "question.no-feedback")
                .when(feedback.length() > LONGEST_FEEDBACK, "feedback", "question.feedback-too-long", LONGEST_FEEDBACK)
                .when(sources.isEmpty(), "source", "question.no-source")
                .done();
        uses = Collections.unmodifiableSet(EnumSet.copyOf(uses));
        sources = List.copyOf(sources);
    }

    public boolean isFor(Use use) {
        return uses.contains(use);
    }

    /** The item as a paper puts it. Its chance is its own: another item may change without changing this one. */
    Item shuffled(long seed) {
        return new Item(id, rung, uses, points, feedback, sources, question.shuffled(Chance.of(seed, id)));
    }
}
