package eu.includeu.academy.pools;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.util.Locale;
import java.util.UUID;

/**
 * Several authorities lack the same: together they fill a session. Each is asked, and is named to the others only once it
 * has said yes.
 *
 * @param officials how many places are open in all
 */
record Pool(Id id, Rung rung, String language, Format format, int officials) {

    /** Which pool. */
    record Id(UUID value) {

        /** What is no identifier names no pool. */
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

    /** What so many people could be given together: the seats from which on it is worth its while. */
    enum Format {
        COURSE(12),
        WEBINAR(25),
        MODULE(60);

        private final int seats;

        Format(int seats) {
            this.seats = seats;
        }

        int seats() {
            return seats;
        }

        /** As in the database and in messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Format of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** What an authority answers. */
    enum Answer {
        ASKED,
        JOINED,
        DECLINED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Answer of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** As a form sends it. */
        static Answer given(String text) {
            return switch (text) {
                case "yes" -> JOINED;
                case "no" -> DECLINED;
                default -> throw new Refused("pool.answer.missing");
            };
        }
    }

    /**
     * One authority is asked to join.
     *
     * @param places it has open itself
     */
    record Invitation(Pool pool, Authority.Id authority, int places, Answer answer) {}

    /** An authority that has said yes, and with how many people. */
    record Joined(Id pool, Authority.Id authority, int places) {}
}
