package eu.includeu.academy.runs;

import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;

/**
 * A run whose day is known.
 *
 * @param module that is led
 * @param starts the day on which it begins
 * @param free seats that nobody has taken yet
 */
public record Dated(String module, LocalDate starts, int free) {

    static final int MOST_SEATS = 1000;

    /** From today on, within two years. */
    static boolean near(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusYears(2));
    }

    Dated checked(LocalDate today) {
        Refused.checks()
                .when(!near(starts, today), "starts", "runs.starts.range")
                .when(free < 0 || free > MOST_SEATS, "free", "runs.free.range", MOST_SEATS)
                .done();
        return this;
    }
}
