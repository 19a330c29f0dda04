package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in a need's ledger: what happened, who did it and why. Lines are added, never changed.
 *
 * @param ordinal the first is 1
 * @param actor who did it, or null where the calendar did
 * @param cause what the step was decided on
 * @param command the order it carries out; the same order again does nothing
 */
public record NeedEvent(
        Authority.Id authority,
        Need.Id need,
        int ordinal,
        Need.Event event,
        Need.State was,
        Need.State became,
        Account.@Nullable Id actor,
        Instant at,
        Map<String, Object> cause,
        UUID command) {

    public NeedEvent {
        cause = Map.copyOf(cause);
    }

    /** The line for a step from one state of a need to the next. */
    static NeedEvent of(
            Need before,
            Need after,
            Need.Event event,
            Account.@Nullable Id actor,
            Instant at,
            Map<String, Object> cause,
            UUID command) {
        return new NeedEvent(
                before.authority(),
                before.id(),
                before.version() + 1,
                event,
                before.state(),
                after.state(),
                actor,
                at,
                cause,
                command);
    }

    /** The order of a step that follows from the facts: the same step of the same version has the same one. */
    static UUID automatic(Need need, Need.Event event) {
        var text = need.id() + " " + need.version() + " " + event.key();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
