/**
 * Pairing: what a visit of one authority to another is worth, and who should visit whom.
 *
 * <p>Pure: {@link eu.includeu.academy.pairing.Pairing} depends on nothing but its arguments.
 */
@NullMarked
@ApplicationModule(
        displayName = "Pairing",
        allowedDependencies = {"authorities", "competencies"})
package eu.includeu.academy.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
