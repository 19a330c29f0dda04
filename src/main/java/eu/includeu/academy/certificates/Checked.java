package eu.includeu.academy.certificates;

import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a stranger learns from a number: whether the certificate is valid, and what it shows; never whose it is. */
public record Checked(
        State state,
        CertificateNumber number,
        Certificate.Contents contents,
        LocalDate issued,
        @Nullable LocalDate validThrough) {

    /** How the certificate stands today. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED,
        SUPERSEDED
    }

    static Checked of(
            CertificateNumber number,
            String recorded,
            Certificate.Contents contents,
            Instant issued,
            @Nullable Instant validUntil,
            Instant now) {
        return new Checked(
                state(recorded, validUntil, now),
                number,
                contents,
                LocalDate.ofInstant(issued, Clock.ZONE),
                validUntil == null ? null : LocalDate.ofInstant(validUntil, Clock.ZONE));
    }

    /** Revoked stays revoked; a certificate is over exactly at the moment it names. */
    private static State state(String recorded, @Nullable Instant validUntil, Instant now) {
        return switch (recorded) {
            case "revoked" -> State.REVOKED;
            case "superseded" -> State.SUPERSEDED;
            default -> validUntil != null && !now.isBefore(validUntil) ? State.EXPIRED : State.VALID;
        };
    }

    /** The message that says how it stands. */
    public String code() {
        return "check.state." + stateName();
    }

    public String stateName() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
