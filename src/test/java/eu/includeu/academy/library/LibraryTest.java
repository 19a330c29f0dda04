package eu.includeu.academy.library;

import static eu.includeu.academy.catalogue.OfferExamples.offer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LibraryTest {

    @Test
    void showsTheReadersLanguageFirst() {
        var library =
                new Library(Search.all(), "sl", List.of(offer("a", 60, "en"), offer("b", 60, "en", "sl")), List.of());
        assertThat(library.rows()).extracting(offer -> offer.id().module()).containsExactly("b", "a");
        assertThat(library.missing()).isNull();
    }

    @Test
    void saysWhatThereIsInsteadWhenTheReadersLanguageIsMissing() {
        var library =
                new Library(Search.all(), "sl", List.of(offer("a", 60, "en", "it"), offer("b", 60, "it")), List.of());
        assertThat(library.missingName()).isEqualTo("Slovenščina");
        assertThat(library.instead()).containsExactly(new Library.Count("en", 1), new Library.Count("it", 2));
    }

    @Test
    void saysWhatThereIsElsewhereWhenNothingIsFoundInALanguage() {
        var search = new Search(null, "housing", "sl", null, null);
        var library = new Library(search, "en", List.of(), List.of(offer("a", 60, "en"), offer("b", 60, "en")));
        assertThat(library.missing()).isEqualTo("sl");
        assertThat(library.instead()).containsExactly(new Library.Count("en", 2));
        assertThat(library.inAnyLanguage()).isEqualTo("/library?theme=housing");
    }

    @Test
    void goesOnAfterTheLastModuleOfAPage() {
        var all = IntStream.range(0, 45)
                .mapToObj(at -> offer("m%02d".formatted(at), 60, "en"))
                .toList();
        var first = new Library(new Search("ren t", null, null, null, null), "en", all, List.of());
        assertThat(first.rows()).hasSize(20);
        assertThat(first.before()).isNull();
        assertThat(first.after()).isEqualTo("/library?q=ren%20t&after=m19");
        var second = new Library(new Search(null, null, null, null, "m19"), "en", all, List.of());
        assertThat(second.rows().get(0).id().module()).isEqualTo("m20");
        assertThat(second.before()).isEqualTo("/library");
        assertThat(second.page()).isEqualTo(2);
        var third = new Library(new Search(null, null, null, null, "m39"), "en", all, List.of());
        assertThat(third.rows()).hasSize(5);
        assertThat(third.before()).isEqualTo("/library?after=m19");
        assertThat(third.after()).isNull();
        assertThat(third.pages()).isEqualTo(3);
    }

    @Test
    void beginsAnewWhenTheModuleBeforeIsGone() {
        var library =
                new Library(new Search(null, null, null, null, "gone"), "en", List.of(offer("a", 60, "en")), List.of());
        assertThat(library.rows()).hasSize(1);
    }

    @Test
    void admitsByThemeLanguageAndLength() {
        var offer = offer("a", 60, "en");
        assertThat(new Search(" ", "housing", "en", "short", null).admits(offer))
                .isTrue();
        assertThat(new Search(null, "health", null, null, null).admits(offer)).isFalse();
        assertThat(new Search(null, null, "el", null, null).admits(offer)).isFalse();
        assertThat(new Search(null, null, null, "medium", null).admits(offer)).isFalse();
        assertThat(new Search(null, null, null, "medium", null).admits(offer("b", 61, "en")))
                .isTrue();
        assertThat(new Search(null, null, null, "eternal", null).admits(offer)).isTrue();
    }
}
