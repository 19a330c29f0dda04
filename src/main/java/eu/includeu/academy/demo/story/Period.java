package eu.includeu.academy.demo.story;

import eu.includeu.academy.platform.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;

/**
 * The ten months that end yesterday: when people join, and on which days and at which hours they learn. August and the
 * turn of the year are quiet, weekends nearly so, and a day has two peaks.
 */
public record Period(LocalDate first, LocalDate last) {

    private static final int DAYS = 304;

    public static Period before(LocalDate today) {
        return new Period(today.minusDays(DAYS), today.minusDays(1));
    }

    public LocalDate today() {
        return last.plusDays(1);
    }

    /** In two waves, with stragglers in between. */
    LocalDate joining(Dice dice) {
        var wave = dice.share();
        var day = wave < 0.3 ? dice.below(40) : wave < 0.45 ? 205 + dice.below(40) : dice.below(DAYS - 25);
        return workday(first.plusDays(day), dice);
    }

    LocalDate leaving(LocalDate joined, Dice dice) {
        var stay = joined.datesUntil(today()).count();
        return joined.plusDays(stay / 3 + dice.below((int) (stay / 2)));
    }

    /** This day, or the next on which somebody works. */
    LocalDate workday(LocalDate day, Dice dice) {
        var date = day;
        while (!dice.happens(activity(date))) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** A moment of a working day: around ten or around two. */
    Instant at(LocalDate day, Dice dice) {
        var hour = dice.happens(0.6) ? dice.normal(10, 0.9) : dice.normal(14.2, 0.8);
        var second = (int) (Math.max(7.5, Math.min(17.5, hour)) * 3600);
        return day.atTime(LocalTime.ofSecondOfDay(second)).atZone(Clock.ZONE).toInstant();
    }

    boolean has(Instant moment) {
        return moment.isBefore(today().atStartOfDay(Clock.ZONE).toInstant());
    }

    boolean has(LocalDate day) {
        return !day.isAfter(last);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.ZONE);
    }

    /** How likely it is that somebody who means to learn does so on this day. */
    private static double activity(LocalDate day) {
        var of = MonthDay.from(day);
        var season = isBetween(of, 8, 3, 8, 23)
                ? 0.08
                : of.isAfter(MonthDay.of(12, 20)) || of.isBefore(MonthDay.of(1, 7))
                        ? 0.1
                        : isBetween(of, 4, 28, 5, 4) ? 0.4 : 0.9;
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? season * 0.04 : season;
    }

    private static boolean isBetween(MonthDay day, int month, int from, int untilMonth, int until) {
        return !day.isBefore(MonthDay.of(month, from)) && !day.isAfter(MonthDay.of(untilMonth, until));
    }
}
