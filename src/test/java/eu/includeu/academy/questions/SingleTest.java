package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.options;
import static eu.includeu.academy.questions.Examples.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import org.junit.jupiter.api.Test;

class SingleTest {

    @Test
    void givesAllOrNothing() {
        assertThat(single().mark(Answer.of("ok"))).isEqualTo(Fraction.ALL);
        assertThat(single().mark(Answer.of("no1"))).isEqualTo(Fraction.NONE);
        assertThat(single().mark(Answer.NONE)).isEqualTo(Fraction.NONE);
        assertThat(single().mark(Answer.of("ok", "no1"))).isEqualTo(Fraction.NONE);
    }

    @Test
    void readsOneKnownOption() {
        assertThat(single().read(Answer.of("no2"), ENGLISH)).isEqualTo(Answer.of("no2"));
        assertThat(single().read(Answer.of(""), ENGLISH)).isEqualTo(Answer.NONE);
        assertThatThrownBy(() -> single().read(Answer.of("zzz"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> single().read(Answer.of("ok", "no1"), ENGLISH)).hasMessage("answer.one-option-only");
        assertThatThrownBy(() -> single().read(Answer.of("ok", "ok"), ENGLISH)).hasMessage("answer.option-twice");
    }

    @Test
    void tellsItsAuthorEverythingThatIsWrong() {
        assertThatThrownBy(() -> new Single(" ", options("a", "a", "b c"), "z"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactly(
                                "stem question.no-stem",
                                "options question.option-twice",
                                "options question.option-name",
                                "answer question.no-such-option"));
    }
}
