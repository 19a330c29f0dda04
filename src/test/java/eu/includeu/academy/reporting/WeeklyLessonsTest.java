package eu.includeu.academy.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.authorities.AuthorityFigures.Week;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyLessonsTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @Test
    void endsWithTheLastWholeWeekAndStandsMostFirst() {
        var lessons = WeeklyLessons.of(
                List.of(
                        new Week(LocalDate.of(2026, 11, 9), "housing", 40),
                        new Week(LocalDate.of(2026, 8, 24), "housing", 4),
                        new Week(LocalDate.of(2026, 11, 9), "health", 61)),
                List.of("housing", "health"),
                SUNDAY);
        assertThat(WeeklyLessons.since(SUNDAY)).isEqualTo(LocalDate.of(2026, 8, 24));
        assertThat(lessons.most()).isEqualTo(80);
        assertThat(lessons.series()).extracting(Overview.Series::theme).containsExactly("health", "housing");
        var housing = lessons.series().get(1);
        assertThat(housing.weeks()).hasSize(12);
        assertThat(housing.first()).isEqualTo(4);
        assertThat(housing.last()).isEqualTo(40);
        assertThat(housing.y()).isEqualTo(52);
        assertThat(housing.line()).startsWith("M4.0 88.0L").endsWith("L226.0 52.0");
        assertThat(housing.area()).endsWith("L226.0 92.0L4.0 92.0Z");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 10", "11, 15", "61, 80", "81, 100", "101, 150", "7999, 8000"})
    void putsTheDottedLineAtARoundNumber(long highest, long line) {
        assertThat(WeeklyLessons.round(highest)).isEqualTo(line);
    }
}
