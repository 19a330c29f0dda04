package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Area;
import eu.includeu.academy.platform.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.util.context.Context;

/**
 * The desk of a coordinator, whoever sits at it: coordinators of the same authorities who ask for the same part in the
 * same language are shown the same, and it is counted once for all of them. Whoever sits there sees nothing as a person.
 *
 * @param post nobody in person, with the reach of the desk
 */
record Desk(Account post, String country, String theme, String language) {

    private static final UUID NOBODY = new UUID(0, 0);

    static Desk of(Account me, Filter filter, String language) {
        var grants = me.grants().stream()
                .filter(grant -> grant.role() == Role.COORDINATOR)
                .collect(Collectors.toUnmodifiableSet());
        return new Desk(post(me, grants), filter.country(), filter.theme(), language);
    }

    private static Account post(Account me, Set<Account.Grant> grants) {
        var first = grants.stream()
                .map(Account.Grant::authority)
                .min(java.util.Comparator.comparing(id -> id.value()))
                .orElse(me.authority());
        return new Account(new Account.Id(NOBODY), "", "", "", "", first, grants);
    }

    List<UUID> roots() {
        return post.scope().roots();
    }

    /** The authorities that it is about. */
    Area area() {
        return new Area(roots(), country);
    }

    /** Everything that is asked at this desk is asked with its reach. */
    Context reach() {
        return Context.of(Scope.class, post.scope());
    }
}
