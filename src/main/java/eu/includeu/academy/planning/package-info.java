/**
 * Planning: the plan of least cost by which an authority, or all authorities below one, close their open needs; who takes
 * what and when, why, and what stays open. Accepting a plan asks people to take their modules.
 *
 * <p>The mathematics is in {@code optimum}; {@link eu.includeu.academy.planning.Framing} says what may serve which need, and
 * {@link eu.includeu.academy.matching.Shortfall} why some places cannot be filled by anything.
 */
@NullMarked
@ApplicationModule(
        displayName = "Planning",
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
            "matching",
            "runs",
            "optimum"
        })
package eu.includeu.academy.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
