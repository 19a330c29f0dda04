/**
 * Capacity: what authorities declare that they lack, which modules would close it, and who shall take them.
 *
 * <p>A {@link eu.includeu.academy.capacity.Need} has its own ledger of events. Pages of other features read
 * {@link eu.includeu.academy.capacity.Capacity}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Capacity",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "evidence",
            "catalogue",
            "assessment",
            "progress",
            "assignments"
        })
package eu.includeu.academy.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
