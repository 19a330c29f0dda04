package eu.includeu.academy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    @Test
    void sortsTitlesAsTheReaderExpects() {
        var titles = Stream.of("Zdravje", "Šola", "Stanovanje", "Čas", "Cesta")
                .map(OfferExamples::titled)
                .toList();
        assertThat(Shelf.of(titles, "sl").offers())
                .extracting(Offer::title)
                .containsExactly("Cesta", "Čas", "Stanovanje", "Šola", "Zdravje");
    }
}
