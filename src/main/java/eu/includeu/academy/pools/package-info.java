/**
 * Pools: authorities that lack the same are asked to fill a session together.
 *
 * <p>Hears of demand that has moved; nobody is named to others before saying yes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Pools",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies", "capacity", "demand"})
package eu.includeu.academy.pools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
