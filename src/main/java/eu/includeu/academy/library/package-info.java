/**
 * Library: finding a module among all that is on offer, for everyone.
 *
 * <p>Comes in by its page {@code /library}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Library",
        allowedDependencies = {"platform", "accounts", "competencies", "catalogue"})
package eu.includeu.academy.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
