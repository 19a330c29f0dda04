/**
 * Capacity: what authorities lack, how far each need has come, and what happened to it.
 *
 * <p>A {@link eu.includeu.academy.capacity.Need} has its own {@link eu.includeu.academy.capacity.Ledger} of events.
 * People decide by {@link eu.includeu.academy.capacity.Declaring}; the rest follows from the evidence that people hold.
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
