package eu.includeu.academy.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.bench.Size;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.demo.story.Course;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A world of any size is written with little memory. */
class StreamingTest {

    /** What one person, or one of the catalogue's shelves, may add to rows that were not enough to be handed over. */
    private static final long A_PIECE = 1 << 20;

    @Test
    void isHandedOverBitByBit() throws Exception {
        var most = new AtomicLong();
        var all = new AtomicLong();
        World.write(Size.S, 7, LocalDate.of(2026, 11, 20), () -> new Target() {
            @Override
            public void take(List<Lines> tables) {
                var bytes = tables.stream().mapToLong(Lines::size).sum();
                most.accumulateAndGet(bytes, Math::max);
                all.addAndGet(bytes);
            }

            @Override
            public void close() {}
        });
        assertThat(most.get()).isBetween(Book.FULL / 2L, Book.FULL + A_PIECE);
        assertThat(all.get()).isGreaterThan(5 * most.get());
    }

    @Test
    void answersOfTheSameQuestionsAreKeptOnce() {
        var items = Course.all(CompetencyExamples.all()).get(0).original();
        var stock = new Stock(new JsonText());
        var difficulties = Sheet.difficulties(items, new Luck(7, Luck.About.ITEM, 0));
        var one = Sheet.draw(items, Item.Use.POST, 1, difficulties, stock);
        var same = Sheet.draw(items, Item.Use.POST, 1, difficulties, stock);
        assertThat(same.number()).isNotEqualTo(one.number());
        assertThat(same.places())
                .hasSameSizeAs(one.places())
                .zipSatisfy(one.places(), (second, first) -> assertThat(second).isSameAs(first));
    }
}
