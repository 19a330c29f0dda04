package eu.includeu.academy.closing;

import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The days, from the first to the last, for which a report is made. */
record Period(LocalDate from, LocalDate to) {

    /** In months. */
    static final int LONGEST = 36;

    /** The month that ends today. */
    static Period month(LocalDate today) {
        return new Period(today.minusMonths(1).plusDays(1), today);
    }

    /**
     * Two days as they were sent; where neither was, the month that ends today, and where one was not, the month that
     * begins or ends with the other. A whole month may stand for its first and its last day; one that is not over ends
     * today. Everything that is wrong with them is told at once.
     */
    static Period read(@Nullable String from, @Nullable String to, LocalDate today) {
        var last = to == null ? Optional.of(end(from, today)) : day(to, false, today);
        var first = from == null ? last.map(Period::month).map(Period::from) : day(from, true, today);
        var period = first.flatMap(start -> last.map(end -> new Period(start, end)));
        Refused.checks()
                .when(first.isEmpty() && from != null, "from", "council.date", String.valueOf(from))
                .when(last.isEmpty(), "to", "council.date", String.valueOf(to))
                .when(last.isPresent() && last.get().isAfter(today), "to", "council.future")
                .when(period.isPresent() && period.get().from.isAfter(period.get().to), "from", "council.order")
                .when(period.isPresent() && period.get().isLong(), "from", "council.long", LONGEST)
                .done();
        return period.orElseThrow();
    }

    /** Whether it is made of whole months, so that it can be named by them. */
    boolean isMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    boolean holds(Instant moment) {
        var day = LocalDate.ofInstant(moment, Clock.ZONE);
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private boolean isLong() {
        return from.plusMonths(LONGEST).isBefore(to.plusDays(1));
    }

    /** Where only a first day was sent: a month on, or today if that comes sooner. */
    private static LocalDate end(@Nullable String from, LocalDate today) {
        return Optional.ofNullable(from)
                .flatMap(text -> day(text, true, today))
                .map(first -> first.plusMonths(1).minusDays(1))
                .filter(last -> last.isBefore(today))
                .orElse(today);
    }

    private static Optional<LocalDate> day(String text, boolean first, LocalDate today) {
        return parsed(() -> LocalDate.parse(text.strip())).or(() -> parsed(() -> YearMonth.parse(text.strip()))
                .map(month -> first ? month.atDay(1) : end(month, today)));
    }

    private static LocalDate end(YearMonth month, LocalDate today) {
        return month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth();
    }

    private static <T> Optional<T> parsed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
