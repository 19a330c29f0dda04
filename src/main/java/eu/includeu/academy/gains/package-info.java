/**
 * Gains: how much officials know before a module and after it, and what that says about the module.
 *
 * <p>Pages and rankings of other features ask {@link eu.includeu.academy.gains.Measuring}; what leaves it is never about
 * one person.
 */
@NullMarked
@ApplicationModule(
        displayName = "Gains",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "questions",
            "evidence",
            "catalogue",
            "assessment",
            "progress"
        })
package eu.includeu.academy.gains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
