/**
 * Gate: how many are served at once, and what the others are told. Under load the academy turns away; it does not fall.
 *
 * <p>{@link eu.includeu.academy.gate.Gate} stands before everything else; {@link eu.includeu.academy.gate.Pulse} feels
 * whether the database answers, and says so to the readiness probe.
 */
@NullMarked
@ApplicationModule(
        displayName = "Gate",
        allowedDependencies = {"platform"})
package eu.includeu.academy.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
