package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.multiple;
import static eu.includeu.academy.questions.Examples.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleTest {

    /** Right are p, q and r. */
    @ParameterizedTest
    @CsvSource({
        "p q r, 3, 3",
        "r q p, 3, 3",
        "p q, 2, 3",
        "p, 1, 3",
        "p q s, 1, 3",
        "p q r s, 2, 3",
        "p q r s t, 1, 3",
        "p s, 0, 3",
        "s t, 0, 3",
        "'', 0, 3"
    })
    void takesWrongTicksFromRightOnes(String ticked, int numerator, int denominator) {
        var answer = ticked.isEmpty() ? Answer.NONE : Answer.of(ticked.split(" "));
        assertThat(multiple().mark(answer)).isEqualTo(Fraction.of(numerator, denominator));
    }

    @Test
    void countsATickOnce() {
        assertThat(multiple().mark(Answer.of("p", "p", "p"))).isEqualTo(Fraction.of(1, 3));
        assertThatThrownBy(() -> multiple().read(Answer.of("p", "p"), ENGLISH)).hasMessage("answer.option-twice");
    }

    @Test
    void keepsTicksInOneOrder() {
        assertThat(multiple().read(Answer.of("r", "p"), ENGLISH)).isEqualTo(Answer.of("p", "r"));
    }

    @Test
    void needsSomethingRightAndSomethingWrong() {
        assertThatThrownBy(() -> new Multiple("?", options("a", "b"), List.of()))
                .hasMessage("question.no-right-option");
        assertThatThrownBy(() -> new Multiple("?", options("a", "b"), List.of("b", "a")))
                .hasMessage("question.no-wrong-option");
        assertThatThrownBy(() -> new Multiple("?", options("a", "b"), List.of("a", "a")))
                .hasMessage("question.answer-twice");
        assertThatThrownBy(() -> new Multiple("?", options("a", "b"), List.of("c")))
                .hasMessage("question.no-such-option");
    }
}
