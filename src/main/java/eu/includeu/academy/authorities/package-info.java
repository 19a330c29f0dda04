/**
 * Authorities: public bodies in their tree, their territories, figures that add up along that tree, and what of them
 * strangers may see.
 *
 * <p>Comes in by {@link eu.includeu.academy.authorities.Authorities}; figures change through
 * {@link eu.includeu.academy.authorities.Tally}.
 */
@NullMarked
@ApplicationModule(displayName = "Authorities", allowedDependencies = "platform")
package eu.includeu.academy.authorities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
