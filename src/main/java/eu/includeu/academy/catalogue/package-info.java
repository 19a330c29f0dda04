/**
 * Catalogue: modules, their immutable versions and editions, and what is on offer.
 *
 * <p>Comes in by {@link eu.includeu.academy.catalogue.Catalogue}, which answers from memory what is on offer and what a
 * version holds, and by {@link eu.includeu.academy.catalogue.Issuing}. Tells of
 * {@link eu.includeu.academy.catalogue.VersionPublished}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"platform", "accounts", "competencies", "questions"})
package eu.includeu.academy.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
