package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.match;
import static eu.includeu.academy.questions.Examples.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    @ParameterizedTest
    @CsvSource({
        "f1-r1 f2-r2 f3-r3, 3",
        "f3-r3 f1-r1 f2-r2, 3",
        "f1-r1 f2-r3 f3-r2, 1",
        "f1-r1, 1",
        "f1-r1 f2-r1 f3-r1, 1",
        "f1-r4 f2-r1 f3-r2, 0"
    })
    void countsPairsThatAreRight(String given, int right) {
        assertThat(match().mark(Answer.of(given.split(" ")))).isEqualTo(Fraction.of(right, 3));
    }

    @Test
    void readsOnePartnerForEachLine() {
        assertThat(match().read(Answer.of("f2-r4", "", "f1-r4"), ENGLISH)).isEqualTo(Answer.of("f1-r4", "f2-r4"));
        assertThatThrownBy(() -> match().read(Answer.of("f1-r1", "f1-r2"), ENGLISH))
                .hasMessage("answer.option-twice");
        assertThatThrownBy(() -> match().read(Answer.of("r1-f1"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> match().read(Answer.of("f1-r9"), ENGLISH)).hasMessage("answer.no-such-option");
    }

    @Test
    void needsAPartnerForEverythingOnTheLeft() {
        var left = options("a", "b");
        var right = options("x", "y");
        assertThatThrownBy(() -> new Match("?", left, right, Map.of("a", "x"))).hasMessage("question.not-every-left");
        assertThatThrownBy(() -> new Match("?", left, right, Map.of("a", "x", "b", "z")))
                .hasMessage("question.no-such-option");
        assertThatThrownBy(() -> new Match("?", left, right, Map.of("a", "x", "b", "y", "c", "y")))
                .hasMessage("question.no-such-option");
    }
}
