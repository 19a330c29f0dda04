package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.options;
import static eu.includeu.academy.questions.Examples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    /** Right is aim, who, count, repair: three pairs of neighbours. */
    @ParameterizedTest
    @CsvSource({
        "aim-1 who-2 count-3 repair-4, 3",
        "repair-4 count-3 who-2 aim-1, 3",
        "aim-2 who-3 count-4 repair-1, 2",
        "aim-1 who-2 count-4 repair-3, 1",
        "aim-4 who-3 count-2 repair-1, 0",
        "aim-1 who-3 count-2 repair-4, 0",
        "aim-1 who-2, 1",
        "aim-2 who-3, 1",
        "aim-1, 0"
    })
    void countsNeighboursThatWereKept(String given, int kept) {
        assertThat(order().mark(Answer.of(given.split(" ")))).isEqualTo(Fraction.of(kept, 3));
    }

    @Test
    void readsPlacesAndLeavesOutWhatHasNone() {
        assertThat(order().read(Answer.of("who-2", "", "aim-1", ""), ENGLISH)).isEqualTo(Answer.of("aim-1", "who-2"));
        assertThat(order().read(Answer.of("", "", "", ""), ENGLISH)).isEqualTo(Answer.NONE);
    }

    @Test
    void refusesPlacesThatCannotBe() {
        assertThatThrownBy(() -> order().read(Answer.of("aim-5"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> order().read(Answer.of("aim-0"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> order().read(Answer.of("aim"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> order().read(Answer.of("aim-1", "who-1"), ENGLISH))
                .hasMessage("answer.place-twice");
        assertThatThrownBy(() -> order().read(Answer.of("aim-1", "aim-2"), ENGLISH))
                .hasMessage("answer.option-twice");
        assertThatThrownBy(() -> order().read(Answer.of("aim-1", "aim-1"), ENGLISH))
                .hasMessage("answer.option-twice");
    }

    @Test
    void listsItemsAsTheyWereArranged() {
        var shown = order().shown();
        assertThat(shown.arranged(Answer.of("aim-1", "who-2", "count-3", "repair-4")))
                .extracting(Option::id)
                .containsExactly("aim", "who", "count", "repair");
        assertThat(shown.arranged(Answer.of("aim-1"))).isEqualTo(shown.options());
    }

    @Test
    void needsEveryItemOnceInItsKey() {
        var items = options("a", "b", "c");
        assertThatThrownBy(() -> new Order("?", items, List.of("a", "b"))).hasMessage("question.not-every-item-once");
        assertThatThrownBy(() -> new Order("?", items, List.of("a", "b", "b")))
                .hasMessage("question.not-every-item-once");
        assertThatThrownBy(() -> new Order("?", items, List.of("a", "b", "x"))).hasMessage("question.no-such-option");
        assertThatThrownBy(() -> new Order("?", options("a"), List.of("a"))).hasMessage("question.too-few-options");
    }
}
