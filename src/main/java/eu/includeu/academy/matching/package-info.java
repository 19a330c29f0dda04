/**
 * Matching: which modules would serve a need, with the reasons, and who shall take them; the page of one need.
 *
 * <p>{@link eu.includeu.academy.matching.Ranking} ranks, and knows nothing but its arguments.
 */
@NullMarked
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "evidence",
            "catalogue",
            "assessment",
            "progress",
            "assignments",
            "capacity",
            "gains",
            "needs"
        })
package eu.includeu.academy.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
