/**
 * Catalogue: modules, from the trainer's draft through another trainer's review to immutable versions on offer.
 *
 * <p>Comes in by {@link eu.includeu.academy.catalogue.Catalogue}, which answers from memory what is on offer and what a
 * version holds, and by {@link eu.includeu.academy.catalogue.Publishing}. Tells of
 * {@link eu.includeu.academy.catalogue.VersionPublished}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"platform", "authorities", "accounts", "competencies", "questions"})
package eu.includeu.academy.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
