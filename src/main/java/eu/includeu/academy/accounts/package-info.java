/**
 * Accounts: people, their memberships and roles; who may come in, what they may do, and whom they may see.
 *
 * <p>{@link eu.includeu.academy.accounts.Action} is the one list of what may be done by whom; every route names its
 * entry with {@link eu.includeu.academy.accounts.May}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"platform", "authorities"})
package eu.includeu.academy.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
