package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import java.util.List;
import java.util.UUID;

/**
 * Whose needs a person is shown: those at and below the authorities the person answers for; every one's for
 * administrators. Needs are found through it, so that a foreign one is simply not there.
 */
public record Reach(boolean everywhere, List<Authority.Id> roots) {

    public Reach {
        roots = List.copyOf(roots);
    }

    public static Reach of(Account me) {
        return new Reach(me.is(Role.ADMINISTRATOR), me.coordinates());
    }

    public UUID[] ids() {
        return roots.stream().map(Authority.Id::value).toArray(UUID[]::new);
    }
}
