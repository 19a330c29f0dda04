package eu.includeu.academy.progress;

import static eu.includeu.academy.progress.Completion.Review.CONFIRMED;
import static eu.includeu.academy.progress.Completion.Review.NONE;
import static eu.includeu.academy.progress.Completion.Review.RETURNED;
import static eu.includeu.academy.progress.Completion.Review.TO_REVIEW;
import static eu.includeu.academy.progress.Examples.COORDINATOR;
import static eu.includeu.academy.progress.Examples.NOON;
import static eu.includeu.academy.progress.Examples.OFFICIAL;
import static eu.includeu.academy.progress.Examples.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Completion.Review;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The review of a completion. */
class CompletionTest {

    private enum Event {
        CONFIRM(completion -> completion.confirm(COORDINATOR, NOON)),
        RETURN(completion -> completion.giveBack(COORDINATOR, "Please read the new directive", NOON)),
        RESUBMIT(Completion::resubmit);

        private final UnaryOperator<Completion> happen;

        Event(UnaryOperator<Completion> happen) {
            this.happen = happen;
        }
    }

    private static final Map<Review, Map<Event, Review>> LIFE = Map.of(
            NONE, Map.of(),
            TO_REVIEW, Map.of(Event.CONFIRM, CONFIRMED, Event.RETURN, RETURNED),
            RETURNED, Map.of(Event.RESUBMIT, TO_REVIEW),
            CONFIRMED, Map.of());

    static Stream<Arguments> everyStateAndEvent() {
        return Stream.of(Review.values())
                .flatMap(review -> Stream.of(Event.values()).map(event -> Arguments.of(review, event)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndEvent")
    void goesWhereTheLifeCycleSaysAndNowhereElse(Review review, Event event) {
        var listed = LIFE.getOrDefault(review, Map.of()).get(event);
        if (listed == null) {
            assertThatThrownBy(() -> event.happen.apply(completion(review))).isInstanceOf(Refused.class);
        } else {
            assertThat(event.happen.apply(completion(review)).review()).isEqualTo(listed);
        }
    }

    @Test
    void isNeverDecidedByWhoseItIs() {
        assertThatThrownBy(() -> completion(TO_REVIEW).confirm(OFFICIAL, NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("review.own");
        assertThatThrownBy(() -> completion(TO_REVIEW).giveBack(OFFICIAL, "Why", NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("review.own");
    }

    @Test
    void isReturnedForAReason() {
        assertThatThrownBy(() -> completion(TO_REVIEW).giveBack(COORDINATOR, "  ", NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("review.no-reason");
        assertThatThrownBy(() -> completion(TO_REVIEW).giveBack(COORDINATOR, "a".repeat(1_001), NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("review.reason-too-long");
    }

    @Test
    void countsWithoutReviewOrOnceConfirmed() {
        assertThat(Stream.of(Review.values())
                        .filter(review -> completion(review).counts()))
                .containsExactly(NONE, CONFIRMED);
    }
}
