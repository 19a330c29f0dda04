package eu.includeu.academy.certificates;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verifiable statement that a person completed a module version, with the rungs it shows. Its contents are frozen.
 *
 * @param number by which anyone can check it
 * @param completion the confirmed completion it rests on
 * @param validUntil from this moment it has expired; null when it never does
 */
public record Certificate(
        Authority.Id authority,
        Id id,
        CertificateNumber number,
        Account.Id official,
        UUID completion,
        String module,
        int major,
        Contents contents,
        Instant issued,
        @Nullable Instant validUntil) {

    /** Which certificate. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * What is written on it, as of the day of issue.
     *
     * @param name of the official; left out wherever a stranger looks
     * @param number of the module version, such as 1.0.0
     * @param percent of the points that were won, rounded down
     */
    public record Contents(
            @Nullable String name,
            String title,
            String module,
            String number,
            String theme,
            List<Rung> rungs,
            int percent,
            int minutes,
            String language,
            String authority) {

        public Contents {
            rungs = List.copyOf(rungs);
        }

        /** The highest level shown of each competency, in the order of their identifiers. */
        public Map<Competency.Id, Integer> levels() {
            return rungs.stream()
                    .collect(Collectors.toMap(
                            Rung::competency,
                            Rung::level,
                            Math::max,
                            () -> new java.util.TreeMap<>(Comparator.<Competency.Id>naturalOrder())));
        }

        /** The ten into which the score falls: 80 for 87 of 100. */
        public int bandFrom() {
            return percent / 10 * 10;
        }

        public int bandTo() {
            return Math.min(100, bandFrom() == 90 ? 100 : bandFrom() + 9);
        }
    }

    /** The end of the validity: so many months after the issue, to the day, or none for 0 months. */
    public static @Nullable Instant end(Instant issued, int months) {
        return months == 0
                ? null
                : ZonedDateTime.ofInstant(issued, Clock.ZONE).plusMonths(months).toInstant();
    }

    public LocalDate issuedOn() {
        return LocalDate.ofInstant(issued, Clock.ZONE);
    }

    public @Nullable LocalDate validThrough() {
        return validUntil == null ? null : LocalDate.ofInstant(validUntil, Clock.ZONE);
    }
}
