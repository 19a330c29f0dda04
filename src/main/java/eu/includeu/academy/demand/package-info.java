/**
 * Demand: what authorities need and no plan can give them, added up over authorities, and what trainers make of it.
 *
 * <p>Whatever changes a need or what is on offer leaves a note; {@link eu.includeu.academy.demand.Recounting} takes it up
 * and counts the needs it concerns again, and no others.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demand",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "evidence",
            "catalogue",
            "progress",
            "capacity",
            "matching",
            "runs"
        })
package eu.includeu.academy.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
