/**
 * Runs: which modules somebody leads, what one run of them costs and seats, and on which days the next ones begin.
 *
 * <p>Tells of it by {@link eu.includeu.academy.runs.RunsChanged}. The module format has no place for it, and it changes with
 * rooms and prices, not with what is taught.
 */
@NullMarked
@ApplicationModule(
        displayName = "Runs",
        allowedDependencies = {"platform", "accounts", "catalogue"})
package eu.includeu.academy.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
