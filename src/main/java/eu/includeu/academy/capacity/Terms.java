package eu.includeu.academy.capacity;

import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Level;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an authority says it lacks: so many people at this level of this competency by that day.
 *
 * @param current the usual level of those who are not there yet
 * @param target the level wanted
 * @param staff how many people must hold it, those who already do included
 * @param deadline the last day on which it is in time
 * @param languages in which the people can learn, first choice first
 * @param reason why; asked for where much weight is claimed
 */
public record Terms(
        Competency.Id competency,
        int current,
        int target,
        int staff,
        Weight weight,
        LocalDate deadline,
        List<String> languages,
        String reason) {

    /** How much a need weighs against others (N1 of the domain guide). */
    public enum Weight {
        LOW(1),
        MEDIUM(2),
        HIGH(4),
        LEGAL(8);

        private final int value;

        Weight(int value) {
            this.value = value;
        }

        public int value() {
            return value;
        }

        /** Whether it is claimed only with a reason. */
        public boolean asksWhy() {
            return value >= HIGH.value;
        }

        public static Weight of(int value) {
            return Arrays.stream(values())
                    .filter(weight -> weight.value == value)
                    .findFirst()
                    .orElseThrow();
        }

        public static Optional<Weight> named(String name) {
            return Arrays.stream(values())
                    .filter(weight -> weight.key().equals(name))
                    .findFirst();
        }

        /** As in messages and forms. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int LONGEST_REASON = 2000;

    public Terms {
        languages = List.copyOf(languages);
        reason = reason.strip();
    }

    /** Refuses with every rule of N1 that is broken, each at the field where it can be mended. */
    public Terms checked(LocalDate today) {
        var checks = Refused.checks();
        check(checks, today);
        checks.done();
        return this;
    }

    public void check(Refused.Checks checks, LocalDate today) {
        checks.when(current < 0 || current >= Level.HIGHEST, "current", "need.current.range")
                .when(target < 1 || target > Level.HIGHEST, "target", "need.target.range")
                .when(
                        current >= 0 && current < Level.HIGHEST && target >= 1 && target <= current,
                        "target",
                        "need.target.not-above",
                        target,
                        current)
                .when(staff < 1, "staff", "need.staff.range")
                .when(!deadline.isAfter(today), "deadline", "need.deadline.past", today.plusDays(1))
                .when(
                        languages.isEmpty() || !languages.stream().allMatch(Languages::known),
                        "languages",
                        "need.languages.missing")
                .when(weight.asksWhy() && reason.isEmpty(), "reason", "need.reason.missing")
                .when(reason.length() > LONGEST_REASON, "reason", "need.reason.long", reason.length(), LONGEST_REASON);
    }

    /** The steps from the level of now to the level wanted, lowest first. */
    public List<Rung> rungs() {
        return Rung.between(competency, current, target);
    }

    /** Whether these ask for the same thing, so that one amends the other (N2). */
    public boolean sameAs(Terms other) {
        return competency.equals(other.competency) && target == other.target;
    }
}
