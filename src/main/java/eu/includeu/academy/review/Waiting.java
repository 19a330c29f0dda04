package eu.includeu.academy.review;

import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;

/**
 * A completion in a coordinator's queue.
 *
 * @param score the share of points won, exactly
 * @param version as it is shown; a decision about an older one is refused
 */
public record Waiting(Completion.Id id, String module, Fraction score, Instant completed, int version, Whose whose) {}
