/**
 * Closing: what became of declared needs, as of any day, and how it is told: to the authority as a statement, to its council
 * as a report that names nobody.
 */
@NullMarked
@ApplicationModule(
        displayName = "Closing",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "evidence",
            "catalogue",
            "assessment",
            "progress",
            "gains",
            "capacity",
            "needs"
        })
package eu.includeu.academy.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
