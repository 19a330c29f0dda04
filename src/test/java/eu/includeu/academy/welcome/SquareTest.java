package eu.includeu.academy.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.OfferExamples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SquareTest {

    private static final List<String> THEMES = List.of("housing", "health");

    @Test
    void hasATileForEachLesson() {
        var square = Square.of(offers(4), List.of(), THEMES);
        assertThat(square.tiles()).hasSize(12);
        assertThat(square.all()).isEqualTo(12);
    }

    @Test
    void showsOnlyTheLowestRowsOfALargeCatalogueAndCountsAll() {
        var square = Square.of(offers(800), List.of(), THEMES);
        assertThat(square.tiles()).hasSize(12 * 14);
        assertThat(square.all()).isEqualTo(2_400);
        assertThat(square.themes()).extracting(Square.Theme::all).containsExactly(2_400);
    }

    /** Of three lessons each. */
    private static List<Offer> offers(int modules) {
        return IntStream.range(0, modules)
                .mapToObj(number -> OfferExamples.offer("module-" + number, 30, "en"))
                .toList();
    }
}
