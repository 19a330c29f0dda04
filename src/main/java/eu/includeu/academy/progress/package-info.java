/**
 * Progress: what officials take, how far they have come, and what they have completed.
 *
 * <p>Comes in by {@link eu.includeu.academy.progress.Enrolling}, {@link eu.includeu.academy.progress.Learning},
 * {@link eu.includeu.academy.progress.Completing} and, for reading, {@link eu.includeu.academy.progress.Progress}. Tells of
 * {@link eu.includeu.academy.progress.Enrolled}, {@link eu.includeu.academy.progress.EnrolmentCompleted} and
 * {@link eu.includeu.academy.progress.CompletionConfirmed}. It knows neither who asked for a module to be taken nor who
 * decides on a completion.
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
