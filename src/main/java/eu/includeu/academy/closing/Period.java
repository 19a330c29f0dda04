package eu.includeu.academy.closing;

import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole months, from the first to the last, for which a report is made. */
record Period(YearMonth from, YearMonth to) {

    static final int LONGEST = 36;

    /** The twelve months that end with this one. */
    static Period year(LocalDate today) {
        var to = YearMonth.from(today);
        return new Period(to.minusMonths(11), to);
    }

    /** Two months as they were sent; the last twelve where none was. Everything that is wrong with them is told at once. */
    static Period read(@Nullable String from, @Nullable String to, LocalDate today) {
        var usual = year(today);
        var first = from == null ? Optional.of(usual.from) : month(from);
        var last = to == null ? Optional.of(usual.to) : month(to);
        var period = first.flatMap(start -> last.map(end -> new Period(start, end)));
        Refused.checks()
                .when(first.isEmpty(), "from", "council.month", String.valueOf(from))
                .when(last.isEmpty(), "to", "council.month", String.valueOf(to))
                .when(last.isPresent() && last.get().isAfter(usual.to), "to", "council.future")
                .when(period.isPresent() && period.get().from.isAfter(period.get().to), "from", "council.order")
                .when(period.isPresent() && period.get().months() > LONGEST, "from", "council.long", LONGEST)
                .done();
        return period.orElseThrow();
    }

    /** The months to choose from, the latest first. */
    static List<YearMonth> choice(LocalDate today) {
        return IntStream.range(0, LONGEST)
                .mapToObj(back -> YearMonth.from(today).minusMonths(back))
                .toList();
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    /** The last day, or today while the last month is not over. */
    LocalDate lastDay(LocalDate today) {
        var last = to.atEndOfMonth();
        return last.isAfter(today) ? today : last;
    }

    boolean holds(Instant moment) {
        var month = YearMonth.from(LocalDate.ofInstant(moment, Clock.ZONE));
        return !month.isBefore(from) && !month.isAfter(to);
    }

    private int months() {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
