package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An official began to take a module.
 *
 * @param needs the needs for which it was assigned
 */
public record Enrolled(Authority.Id authority, Account.Id official, String module, List<UUID> needs, Instant at) {

    public Enrolled {
        needs = List.copyOf(needs);
    }
}
