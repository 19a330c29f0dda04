package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.shortText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equality body",
                "  Equality   BODY ",
                "equality\u00a0body",
                "ÉQUALITY bödy",
                "ΦΟΡΕΑΣ ΙΣΟΤΗΤΑΣ",
                "φορεας ισοτητας",
                "φορέας ισότητας",
                "STRASSE",
                "strasse"
            })
    void overlooksCaseAccentsAndSpaces(String typed) {
        assertThat(shortText().mark(Answer.of(typed))).isEqualTo(Fraction.ALL);
        assertThat(shortText().mark(shortText().read(Answer.of(typed), ENGLISH)))
                .isEqualTo(Fraction.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"equalitybody", "equality", "equality bodies", "body equality", "", " ", "\u0301"})
    void overlooksNothingElse(String typed) {
        assertThat(shortText().mark(Answer.of(typed))).isEqualTo(Fraction.NONE);
    }

    @Test
    void readsOneShortLine() {
        assertThat(shortText().read(Answer.of(" a  b "), ENGLISH)).isEqualTo(Answer.of("a b"));
        assertThatThrownBy(() -> shortText().read(Answer.of("x".repeat(201)), ENGLISH))
                .hasMessage("answer.too-long");
        assertThatThrownBy(() -> shortText().read(Answer.of("a", "b"), ENGLISH)).hasMessage("answer.one-line-only");
    }

    @Test
    void needsSomethingToAccept() {
        assertThatThrownBy(() -> new ShortText("?", List.of())).hasMessage("question.nothing-accepted");
        assertThatThrownBy(() -> new ShortText("?", List.of("a", " "))).hasMessage("question.empty-accepted");
    }
}
