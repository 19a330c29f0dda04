/**
 * Needs: the board of what authorities lack, the form by which a need is declared or amended, and lists of needs for
 * the pages of others.
 *
 * <p>Comes in by {@link eu.includeu.academy.needs.Listing}. What a need is and how it lives stands in
 * {@code capacity}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Needs",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies", "capacity"})
package eu.includeu.academy.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
