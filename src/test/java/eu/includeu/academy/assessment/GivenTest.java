package eu.includeu.academy.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is acknowledged as saved. */
class GivenTest {

    private final Given sent = new Given(UUID.randomUUID(), 2, Answer.of("a"));

    @Test
    void isAcknowledgedWhenItIsKept() {
        assertThat(sent.acknowledged(new Given(sent.key(), 2, Answer.of("a"))))
                .isEqualTo(new Given(sent.key(), 2, Answer.of("a")));
    }

    @Test
    void isNotCalledSavedWhenAnotherOneStandsInItsPlace() {
        assertThatThrownBy(() -> sent.acknowledged(new Given(UUID.randomUUID(), 3, Answer.of("b"))))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> sent.acknowledged(new Given(sent.key(), 2, Answer.of("b"))))
                .isInstanceOf(Stale.class);
    }

    @Test
    void needsANumberThatAPageCanHaveReached() {
        assertThatThrownBy(() -> new Given(UUID.randomUUID(), 0, Answer.NONE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Given(UUID.randomUUID(), Integer.MAX_VALUE, Answer.NONE))
                .isInstanceOf(Refused.class);
    }
}
