package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void isTheLastTwelveMonthsWhenNothingIsAsked() {
        assertThat(Period.read(null, null, TODAY))
                .isEqualTo(new Period(YearMonth.of(2025, 12), YearMonth.of(2026, 11)));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var refused = catchThrowableOfType(Refused.class, () -> Period.read("May", "2026-13", TODAY));
        assertThat(refused.problems()).extracting(Problem::field).containsExactly("from", "to");
        assertThat(catchThrowableOfType(Refused.class, () -> Period.read("2026-05", "2026-12", TODAY))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("council.future");
        assertThat(catchThrowableOfType(Refused.class, () -> Period.read("2026-05", "2026-04", TODAY))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("council.order");
        assertThat(catchThrowableOfType(Refused.class, () -> Period.read("2020-05", "2026-04", TODAY))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("council.long");
    }

    @Test
    void endsTodayWhileTheLastMonthIsNotOver() {
        var period = Period.read("2026-10", "2026-11", TODAY);
        assertThat(period.lastDay(TODAY)).isEqualTo(TODAY);
        assertThat(Period.read("2026-01", "2026-06", TODAY).lastDay(TODAY)).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void holdsItsFirstAndLastMomentByTheClockOfTheProgramme() {
        var period = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 6));
        assertThat(period.holds(Instant.parse("2025-12-31T22:59:59Z"))).isFalse();
        assertThat(period.holds(Instant.parse("2025-12-31T23:00:00Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2026-06-30T21:59:59Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2026-06-30T22:00:00Z"))).isFalse();
    }
}
