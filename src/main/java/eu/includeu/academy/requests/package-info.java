/**
 * Training requests: an authority asks for training in its own words, and trainers answer.
 *
 * <p>What happens to a {@link eu.includeu.academy.requests.Request} is decided by
 * {@link eu.includeu.academy.requests.Requesting} and kept step by step.
 */
@NullMarked
@ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies", "catalogue", "capacity"})
package eu.includeu.academy.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
