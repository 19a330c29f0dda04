/**
 * Platform: what every feature leans on. It knows no feature, and grows by decision record only.
 *
 * <p>Three ways to fail ({@link eu.includeu.academy.platform.Refused}, {@link eu.includeu.academy.platform.Missing},
 * {@link eu.includeu.academy.platform.Stale}), events inside a transaction, what is remembered, and who may see what.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package eu.includeu.academy.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
