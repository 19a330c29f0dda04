/**
 * Format: reading a module from its text, with everything that is wrong with it at once.
 *
 * <p>Comes in by {@link eu.includeu.academy.format.ModuleFormat}. It is pure: it keeps nothing and waits for nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Format",
        allowedDependencies = {"platform", "competencies", "questions", "catalogue"})
package eu.includeu.academy.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
