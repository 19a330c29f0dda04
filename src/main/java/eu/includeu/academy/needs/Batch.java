package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

    /** A file has so many bytes at most. */
    static final int MOST_BYTES = 2_000_000;

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

    /** Text as every spreadsheet can save it; anything else would come out as wrong letters. */
    static String readable(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw new Refused(List.of(Problem.of("file", "import.missing")));
        }
        Refused.checks()
                .when(bytes.length > MOST_BYTES, "file", "import.large", MOST_BYTES / 1_000_000)
                .done();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Refused.checks()
                    .when(text.indexOf('\u0000') >= 0, "file", "import.not-text")
                    .done();
            return text;
        } catch (CharacterCodingException other) {
            throw new Refused(List.of(Problem.of("file", "import.not-text")));
        }
    }
}
