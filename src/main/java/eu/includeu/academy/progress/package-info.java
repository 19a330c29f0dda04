/**
 * Progress: what officials are asked to take, what they take, how far they have come, and the review of what they
 * completed.
 *
 * <p>Comes in by {@link eu.includeu.academy.progress.Learning}, {@link eu.includeu.academy.progress.Assigning},
 * {@link eu.includeu.academy.progress.Reviews} and, for reading, {@link eu.includeu.academy.progress.Progress}. Tells of
 * {@link eu.includeu.academy.progress.Enrolled}, {@link eu.includeu.academy.progress.CompletionConfirmed} and
 * {@link eu.includeu.academy.progress.CompletionReturned}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Progress",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "questions",
            "catalogue",
            "assessment",
            "evidence"
        })
package eu.includeu.academy.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
