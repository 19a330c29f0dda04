package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Sum;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trainer has taken a demand: what is to be written, for how many, and by when. It ends delivered, when something that
 * covers it is published, or given back.
 *
 * @param reason why nothing served when it was taken
 * @param byline the trainer's name as readers will see it
 * @param draft where it is written, or null
 * @param authorities how many needed it when it was taken
 * @param officials how many places they had open
 * @param deadline the earliest of theirs, or null
 * @param deliveredBy the module that covers it
 * @param why it was given back
 */
record Brief(
        Id id,
        Rung rung,
        String language,
        Shortfall reason,
        Account.Id trainer,
        String byline,
        @Nullable UUID draft,
        int authorities,
        int officials,
        @Nullable LocalDate deadline,
        State state,
        Instant taken,
        @Nullable Instant ended,
        @Nullable String deliveredBy,
        @Nullable String why,
        int version) {

    /** Which brief. */
    record Id(UUID value) {

        /** What is no identifier names no brief. */
        static Id of(String text) {
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

    /** How far it has come. */
    enum State {
        TAKEN,
        DELIVERED,
        GIVEN_BACK;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    static final int LONGEST_REASON = 1000;

    /** Takes a demand as it stands today. */
    static Brief take(Sum demand, Account trainer, @Nullable UUID draft, Instant now) {
        var reason = demand.reason();
        Refused.when(reason == null, "brief.no-demand");
        return new Brief(
                new Id(UUID.randomUUID()),
                demand.rung(),
                demand.language(),
                Objects.requireNonNull(reason),
                trainer.id(),
                trainer.name(),
                draft,
                Math.toIntExact(demand.authorities()),
                Math.toIntExact(demand.officials()),
                demand.earliest(),
                State.TAKEN,
                now.truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                0);
    }

    /** Lets somebody else take it; whoever waits for it is told why. */
    Brief giveBack(String reason, Instant now) {
        Refused.when(state != State.TAKEN, "brief.ended");
        var said = reason.strip();
        Refused.checks()
                .when(said.isEmpty(), "why", "brief.why.missing")
                .when(said.length() > LONGEST_REASON, "why", "brief.why.long", said.length(), LONGEST_REASON)
                .done();
        return new Brief(
                id,
                rung,
                language,
                this.reason,
                trainer,
                byline,
                draft,
                authorities,
                officials,
                deadline,
                State.GIVEN_BACK,
                taken,
                now.truncatedTo(ChronoUnit.MICROS),
                null,
                said,
                version);
    }

    boolean isOpen() {
        return state == State.TAKEN;
    }
}
