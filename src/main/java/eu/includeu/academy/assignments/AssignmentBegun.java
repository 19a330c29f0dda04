package eu.includeu.academy.assignments;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An official began to take what was assigned for the sake of needs.
 *
 * @param needs there is at least one
 */
public record AssignmentBegun(
        Authority.Id authority, Account.Id official, String module, List<UUID> needs, Instant at) {

    public AssignmentBegun {
        needs = List.copyOf(needs);
    }
}
