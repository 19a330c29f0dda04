/**
 * Assignments: what coordinators ask officials to take, by when, and what becomes of it.
 *
 * <p>Comes in by {@link eu.includeu.academy.assignments.Assigning} and by hearing how far officials have come. Tells of
 * {@link eu.includeu.academy.assignments.AssignmentBegun}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Assignments",
        allowedDependencies = {"platform", "accounts", "authorities", "catalogue", "progress"})
package eu.includeu.academy.assignments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
