/**
 * Optimum: the plan of least cost as a piece of pure mathematics. It knows neither people nor pages, waits for nothing
 * and asks no clock but the one it is handed.
 *
 * <p>A {@link eu.includeu.academy.optimum.Puzzle} is what is to be solved: {@link eu.includeu.academy.optimum.Call calls}
 * for places on the steps of a ladder, and {@link eu.includeu.academy.optimum.Course courses} that cover several steps at
 * once. {@link eu.includeu.academy.optimum.Search} answers with seats and with a proof: a bound below which no answer can
 * cost. The formula is that of section 7.2 of the domain guide and stands in one place,
 * {@link eu.includeu.academy.optimum.Programme}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Optimum",
        allowedDependencies = {})
package eu.includeu.academy.optimum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
