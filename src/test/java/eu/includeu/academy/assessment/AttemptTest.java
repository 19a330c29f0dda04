package eu.includeu.academy.assessment;

import static eu.includeu.academy.assessment.Examples.NOON;
import static eu.includeu.academy.assessment.Examples.allRight;
import static eu.includeu.academy.assessment.Examples.attempt;
import static eu.includeu.academy.assessment.Examples.firstRight;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of an attempt. */
class AttemptTest {

    @Test
    void takesAnAnswerWhileItIsOpen() {
        assertThat(attempt().accept(0, Answer.of("a"), Locale.ENGLISH)).isEqualTo(Answer.of("a"));
    }

    @Test
    void takesNoAnswerAfterSubmission() {
        var submitted = attempt().submit(allRight(), NOON);
        assertThatThrownBy(() -> submitted.accept(0, Answer.of("a"), Locale.ENGLISH))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.already-submitted");
    }

    @Test
    void takesNoAnswerToAQuestionThatIsNotThere() {
        assertThatThrownBy(() -> attempt().accept(99, Answer.of("a"), Locale.ENGLISH))
                .isInstanceOf(Refused.class)
                .hasMessage("paper.no-such-question");
    }

    @Test
    void isHandedInOnce() {
        var submitted = attempt().submit(allRight(), NOON);
        assertThatThrownBy(() -> submitted.submit(allRight(), NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.already-submitted");
        assertThatThrownBy(() -> submitted.timeOut(allRight(), NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.already-submitted");
    }

    @Test
    void countsTheAnswersSoFarWhenTimeIsOver() {
        var ended = attempt().timeOut(firstRight(2), NOON);
        assertThat(requireNonNull(ended.grade()).share()).isEqualTo(Fraction.of(2, Examples.questions()));
        assertThat(ended.isPassed()).isFalse();
    }

    @Test
    void passesExactlyAtThePassMark() {
        var mark = Fraction.of(3, Examples.questions());
        assertThat(attempt(1, 3, mark).submit(firstRight(3), NOON).isPassed()).isTrue();
        assertThat(attempt(1, 3, mark).submit(firstRight(2), NOON).isPassed()).isFalse();
    }

    @Test
    void marksNothingForNothing() {
        var grade = requireNonNull(attempt().submit(Map.of(), NOON).grade());
        assertThat(grade.share()).isEqualTo(Fraction.NONE);
        assertThat(grade.marks()).hasSize(Examples.questions()).noneMatch(marked -> marked.answered());
    }

    @Test
    void tellsNoKeyBeforeItIsPassedOrTheLast() {
        assertThat(attempt(1, 3).isRevealed()).isFalse();
        assertThat(attempt(1, 3).submit(Map.of(), NOON).isRevealed()).isFalse();
        assertThat(attempt(3, 3).isRevealed()).isFalse();
        assertThat(attempt(3, 3).submit(Map.of(), NOON).isRevealed()).isTrue();
        assertThat(attempt(1, 3).submit(allRight(), NOON).isRevealed()).isTrue();
        assertThatThrownBy(() -> attempt(1, 3).submit(Map.of(), NOON).explain(Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.not-yet-revealed");
    }

    @Test
    void namesTheQuestionsThatAreStillOpen() {
        assertThat(attempt().unanswered(firstRight(Examples.questions() - 2)))
                .isEqualTo(List.of(Examples.questions() - 2, Examples.questions() - 1));
        assertThat(attempt().unanswered(Map.of(0, Answer.of("", " "))))
                .hasSize(IntStream.range(0, Examples.questions()).toArray().length);
    }
}
