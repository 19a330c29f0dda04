package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void isTheMonthThatEndsTodayWhenNothingIsAsked() {
        assertThat(Period.read(null, null, TODAY)).isEqualTo(between("2026-10-23", "2026-11-22"));
        assertThat(Period.read(null, "2026-03-31", TODAY)).isEqualTo(between("2026-03-01", "2026-03-31"));
        assertThat(Period.read("2026-03-09", null, TODAY)).isEqualTo(between("2026-03-09", "2026-04-08"));
        assertThat(Period.read("2026-11-09", null, TODAY)).isEqualTo(between("2026-11-09", "2026-11-22"));
    }

    @Test
    void isAnyTwoDaysOrWholeMonths() {
        assertThat(Period.read("2026-03-09", "2026-05-17", TODAY)).isEqualTo(between("2026-03-09", "2026-05-17"));
        assertThat(Period.read("2026-01", "2026-06", TODAY)).isEqualTo(between("2026-01-01", "2026-06-30"));
        assertThat(Period.read("2026-10", "2026-11", TODAY)).isEqualTo(between("2026-10-01", "2026-11-22"));
        assertThat(Period.read("2026-11-22", "2026-11-22", TODAY)).isEqualTo(between("2026-11-22", "2026-11-22"));
        assertThat(between("2026-01-01", "2026-06-30").isMonths()).isTrue();
        assertThat(between("2026-01-01", "2026-06-29").isMonths()).isFalse();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(refused("May", "2026-02-30")).extracting(Problem::field).containsExactly("from", "to");
        assertThat(refused(null, "2026-02-30")).extracting(Problem::field).containsExactly("to");
        assertThat(refused("2026-05-01", "2026-11-23"))
                .extracting(Problem::code)
                .containsExactly("council.future");
        assertThat(refused("2026-05", "2026-12")).extracting(Problem::code).containsExactly("council.future");
        assertThat(refused("2026-05-02", "2026-05-01"))
                .extracting(Problem::code)
                .containsExactly("council.order");
        assertThat(refused("2023-04-30", "2026-04-30"))
                .extracting(Problem::code)
                .containsExactly("council.long");
        assertThat(Period.read("2023-05-01", "2026-04-30", TODAY).to()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void holdsItsFirstAndLastMomentByTheClockOfTheProgramme() {
        var period = between("2026-01-01", "2026-06-30");
        assertThat(period.holds(Instant.parse("2025-12-31T22:59:59Z"))).isFalse();
        assertThat(period.holds(Instant.parse("2025-12-31T23:00:00Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2026-06-30T21:59:59Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2026-06-30T22:00:00Z"))).isFalse();
    }

    private static List<Problem> refused(@Nullable String from, @Nullable String to) {
        return catchThrowableOfType(Refused.class, () -> Period.read(from, to, TODAY))
                .problems();
    }

    private static Period between(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
