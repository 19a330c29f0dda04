/**
 * Authoring: a trainer's drafts, another trainer's review of them, and publication.
 *
 * <p>Comes in by its pages and, for texts that are whole already, by {@link eu.includeu.academy.authoring.Publishing}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Authoring",
        allowedDependencies = {"platform", "accounts", "competencies", "catalogue", "format", "typesetting"})
package eu.includeu.academy.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
