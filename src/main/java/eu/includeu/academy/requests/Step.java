package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of what happened to a request.
 *
 * @param byline a trainer's name as readers see it, or null where the authority itself spoke
 * @param command the order that was carried out; sent twice, it is carried out once
 */
record Step(
        Request.Event event,
        Request.State was,
        Account.Id actor,
        @Nullable String byline,
        Instant at,
        String said,
        UUID command) {}
