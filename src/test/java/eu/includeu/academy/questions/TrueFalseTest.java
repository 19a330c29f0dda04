package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.trueFalse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrueFalseTest {

    @Test
    void givesAllOrNothing() {
        assertThat(trueFalse().mark(Answer.of("true"))).isEqualTo(Fraction.ALL);
        assertThat(trueFalse().mark(Answer.of("false"))).isEqualTo(Fraction.NONE);
        assertThat(trueFalse().mark(Answer.of("true", "false"))).isEqualTo(Fraction.NONE);
        assertThat(new TrueFalse("?", false).mark(Answer.of("false"))).isEqualTo(Fraction.ALL);
        assertThat(new TrueFalse("?", false).mark(Answer.NONE)).isEqualTo(Fraction.NONE);
    }

    @Test
    void readsTrueOrFalse() {
        assertThat(trueFalse().read(Answer.of("false"), ENGLISH)).isEqualTo(Answer.of("false"));
        assertThatThrownBy(() -> trueFalse().read(Answer.of("maybe"), ENGLISH)).hasMessage("answer.no-such-option");
        assertThatThrownBy(() -> trueFalse().read(Answer.of("true", "false"), ENGLISH))
                .hasMessage("answer.one-option-only");
    }
}
