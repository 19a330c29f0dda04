package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Missing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of needs that somebody handed in.
 *
 * @param authority of the person at that moment
 * @param declared when its good lines were declared; null until then
 * @param lines how many were
 */
public record Batch(
        Authority.Id authority,
        Id id,
        Account.Id owner,
        String text,
        Instant handedIn,
        @Nullable Instant declared,
        @Nullable Integer lines) {

    /** Which file. */
    public record Id(UUID value) {

        /** What is no identifier names no file. */
        public static Id of(String text) {
            try {
                return new Id(UUID.fromString(text));
            } catch (IllegalArgumentException malformed) {
                throw new Missing(text);
            }
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The order that a line of it gives: the same line of the same file is carried out once. */
    UUID command(int line) {
        return command(id, line);
    }

    /** The same, where only the file's identifier is at hand. */
    public static UUID command(Id id, int line) {
        return UUID.nameUUIDFromBytes((id + " " + line).getBytes(StandardCharsets.UTF_8));
    }

    public boolean done() {
        return declared != null;
    }
}
