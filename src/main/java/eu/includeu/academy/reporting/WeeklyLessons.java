package eu.includeu.academy.reporting;

import eu.includeu.academy.authorities.AuthorityFigures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Twelve weeks of lessons, one small drawing a theme and one scale for all of them. The last week is the last whole one.
 *
 * @param most the round number at which the dotted line stands
 */
record WeeklyLessons(List<Overview.Series> series, long most) {

    static final int WEEKS = 12;

    private static final double LEFT = 4;
    private static final double RIGHT = 226;
    private static final double TOP = 12;
    private static final double BOTTOM = 92;

    /** The Monday on which the first week begins. */
    static LocalDate since(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS);
    }

    static WeeklyLessons of(List<AuthorityFigures.Week> counted, List<String> themes, LocalDate today) {
        var byWeek = counted.stream()
                .collect(Collectors.toMap(
                        week -> week.theme() + week.monday(), AuthorityFigures.Week::lessons, Long::sum));
        var mondays =
                IntStream.range(0, WEEKS).mapToObj(since(today)::plusWeeks).toList();
        var weeks = themes.stream()
                .map(theme -> mondays.stream()
                        .map(monday -> new Overview.Week(monday, byWeek.getOrDefault(theme + monday, 0L)))
                        .toList())
                .toList();
        var most = round(weeks.stream()
                .flatMap(List::stream)
                .mapToLong(Overview.Week::lessons)
                .max()
                .orElse(0));
        return new WeeklyLessons(
                IntStream.range(0, themes.size())
                        .mapToObj(at -> drawn(themes.get(at), weeks.get(at), most))
                        .sorted((one, other) -> Long.compare(other.last(), one.last()))
                        .toList(),
                most);
    }

    /** The next round number: 10, 15, 20, 30, 40, 50, 60, 80, and the same with more noughts. */
    static long round(long highest) {
        return LongStream.iterate(1, noughts -> noughts * 10)
                .flatMap(
                        noughts -> LongStream.of(10, 15, 20, 30, 40, 50, 60, 80).map(number -> number * noughts))
                .filter(number -> number >= highest)
                .findFirst()
                .orElseThrow();
    }

    private static Overview.Series drawn(String theme, List<Overview.Week> weeks, long most) {
        var line = IntStream.range(0, weeks.size())
                .mapToObj(at -> point(
                        LEFT + at * (RIGHT - LEFT) / (WEEKS - 1),
                        height(weeks.get(at).lessons(), most)))
                .collect(Collectors.joining("L", "M", ""));
        var area = line + "L" + point(RIGHT, BOTTOM) + "L" + point(LEFT, BOTTOM) + "Z";
        return new Overview.Series(
                theme, weeks, line, area, height(weeks.get(weeks.size() - 1).lessons(), most));
    }

    private static double height(long lessons, long most) {
        return Math.round((BOTTOM - (BOTTOM - TOP) * lessons / most) * 10) / 10.0;
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
