package eu.includeu.academy.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.bench.Size;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.demo.story.Course;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Paper;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A world of any size is written with little memory. */
class StreamingTest {

    /** What one person may add to rows that were not enough to be handed over. */
    private static final long ONE_PERSON = 1 << 20;

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
        assertThat(most.get()).isBetween(Book.FULL / 2L, Book.FULL + ONE_PERSON);
        assertThat(all.get()).isGreaterThan(15 * most.get());
    }

    @Test
    void papersOfTheSameQuestionsShareTheirText() {
        var json = new JsonText();
        var stock = new Stock(json);
        var items = Course.all(CompetencyExamples.all()).get(0).original().itemsFor(Item.Use.POST);
        var one = paper(stock, items, 1);
        var other = paper(stock, items, 2);
        assertThat(joined(one))
                .isEqualTo(Lines.escaped(json.write(Paper.draw(items, 1)).asString()));
        assertThat(joined(other)).isNotEqualTo(joined(one));
        assertThat(other.stream().filter(piece -> one.stream().anyMatch(same -> same == piece)))
                .hasSizeGreaterThan(other.size() / 2);
    }

    private static List<byte[]> paper(Stock stock, List<Item> items, long seed) {
        return stock.pieces(Paper.draw(items, seed));
    }

    private static byte[] joined(List<byte[]> pieces) {
        var whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
