/**
 * Evidence: which rungs a person holds, from when until when, and why.
 *
 * <p>Comes in by {@link eu.includeu.academy.evidence.Evidence}. Nothing is ever taken away: what ends, ends by its date.
 */
@NullMarked
@ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies"})
package eu.includeu.academy.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
