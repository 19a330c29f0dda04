/**
 * Review: what a coordinator confirms or returns, and every decision that was taken.
 *
 * <p>Comes in by its page {@code /reviews} and by {@link eu.includeu.academy.review.Reviews}. Tells of
 * {@link eu.includeu.academy.review.CompletionReturned}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"platform", "accounts", "authorities", "questions", "catalogue", "progress"})
package eu.includeu.academy.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
