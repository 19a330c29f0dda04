package eu.includeu.academy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.demo.story.Course;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Period;
import eu.includeu.academy.demo.story.Recruiting;
import eu.includeu.academy.platform.JsonText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of the demo are the same every time, and among them is one of everything. */
class WritingTest {

    private static final Period PERIOD = Period.before(LocalDate.of(2026, 11, 22));
    private static final List<Course> COURSES = Course.all(CompetencyExamples.all());
    private static final List<Rows> ROWS = write(Demo.SEED);

    @Test
    void theSameSeedMakesTheSameRows() {
        assertThat(lines(write(Demo.SEED))).isEqualTo(lines(ROWS));
    }

    @Test
    void anotherSeedMakesOtherRows() {
        assertThat(lines(write(Demo.SEED + 1))).isNotEqualTo(lines(ROWS));
    }

    @Test
    void everyStateOccurs() {
        assertThat(column("progress.completion", 11)).contains("none", "to_review", "confirmed", "returned");
        assertThat(column("review.decision", 4)).contains("confirmed", "returned", "resubmitted", "reset");
        assertThat(column("assessment.attempt", 11)).contains("open", "graded");
        assertThat(column("authoring.draft", 8)).contains("draft", "in_review");
        assertThat(column("evidence.evidence", 5)).contains("certificate", "prior");
    }

    @Test
    void writesTabsAndLineEndsAsCopyReadsThem() {
        var rows = new Rows("some.table", "first, second, third");
        rows.add("a\tb\\c\nd", null, List.of("x", "y \"z\""));
        assertThat(rows.copyText()).isEqualTo("a\\tb\\\\c\\nd\t\\N\t{\"x\",\"y \\\\\"z\\\\\"\"}\n");
    }

    private static List<Rows> write(long seed) {
        var history = History.make(seed, PERIOD, Recruiting.recruit(seed, PERIOD), COURSES);
        return Writing.write(seed, history, new JsonText(), "hash");
    }

    private static List<String> column(String table, int place) {
        return ROWS.stream()
                .filter(rows -> rows.table().equals(table))
                .flatMap(rows -> rows.lines().stream())
                .map(line -> line.split("\t")[place])
                .distinct()
                .toList();
    }

    private static List<String> lines(List<Rows> all) {
        return all.stream()
                .flatMap(rows -> rows.lines().stream().map(line -> rows.table() + " " + line))
                .toList();
    }
}
