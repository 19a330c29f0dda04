/**
 * Reporting: the overview of a coordinator, the pages of authorities, and exports.
 *
 * <p>It reads what the other features tell and never writes. Whoever may not see the persons sees figures only through
 * {@link eu.includeu.academy.authorities.Suppression}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "platform",
            "authorities",
            "accounts",
            "competencies",
            "questions",
            "evidence",
            "catalogue",
            "assessment",
            "progress",
            "assignments",
            "certificates",
            "capacity",
            "needs",
            "matching"
        })
package eu.includeu.academy.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
