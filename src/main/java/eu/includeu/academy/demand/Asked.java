package eu.includeu.academy.demand;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open need as demand counts it.
 *
 * @param verified whether somebody above has said that it is real
 * @param listed the people it is about (N3); none for all who work there
 * @param territory of its authority, such as NUTS:2024:EL611
 */
record Asked(
        Need need,
        boolean verified,
        Set<Account.Id> listed,
        @Nullable String territory) {

    private static final int REGION = 4;

    Asked {
        listed = Set.copyOf(listed);
    }

    /** NUTS 2 code, or as much of it as is known. */
    String region() {
        var code = territory == null ? "" : territory.substring(territory.lastIndexOf(':') + 1);
        return code.substring(0, Math.min(REGION, code.length()));
    }
}
