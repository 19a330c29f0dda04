package eu.includeu.academy.progress;

import static eu.includeu.academy.progress.Enrolment.State.COMPLETED;
import static eu.includeu.academy.progress.Enrolment.State.ENROLLED;
import static eu.includeu.academy.progress.Enrolment.State.IN_PROGRESS;
import static eu.includeu.academy.progress.Enrolment.State.LOCKED;
import static eu.includeu.academy.progress.Enrolment.State.QUIZ_OPEN;
import static eu.includeu.academy.progress.Enrolment.State.WITHDRAWN;
import static eu.includeu.academy.progress.Examples.NOON;
import static eu.includeu.academy.progress.Examples.enrolment;
import static eu.includeu.academy.progress.Examples.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Enrolment.Stage;
import eu.includeu.academy.progress.Enrolment.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of an enrolment: what leads where, and that nothing else leads anywhere. */
class EnrolmentTest {

    /** Everything that can happen to an enrolment. */
    private enum Event {
        OPEN_FIRST(enrolment -> enrolment.open(1, NOON)),
        FINISH_SECOND(enrolment -> enrolment.finish(2, NOON)),
        FINISH_ALL(enrolment -> enrolment.finish(1, NOON).finish(2, NOON).finish(3, NOON)),
        SIT(Enrolment::sit),
        PASS(enrolment -> enrolment.pass(NOON)),
        LOCK(enrolment -> enrolment.lock(NOON)),
        RESET(enrolment -> enrolment.reset(NOON)),
        WITHDRAW(enrolment -> enrolment.withdraw(NOON)),
        READ_IN_GREEK(enrolment -> enrolment.readIn("el"));

        private final UnaryOperator<Enrolment> happen;

        Event(UnaryOperator<Enrolment> happen) {
            this.happen = happen;
        }
    }

    /** Where each event leads from each state; what is not listed is refused. */
    private static final Map<State, Map<Event, State>> LIFE = Map.of(
            ENROLLED,
            Map.of(
                    Event.OPEN_FIRST, IN_PROGRESS,
                    Event.FINISH_SECOND, IN_PROGRESS,
                    Event.FINISH_ALL, QUIZ_OPEN,
                    Event.WITHDRAW, WITHDRAWN,
                    Event.READ_IN_GREEK, ENROLLED),
            IN_PROGRESS,
            Map.of(
                    Event.OPEN_FIRST, IN_PROGRESS,
                    Event.FINISH_SECOND, IN_PROGRESS,
                    Event.FINISH_ALL, QUIZ_OPEN,
                    Event.WITHDRAW, WITHDRAWN,
                    Event.READ_IN_GREEK, IN_PROGRESS),
            QUIZ_OPEN,
            Map.of(
                    Event.OPEN_FIRST, QUIZ_OPEN,
                    Event.FINISH_SECOND, QUIZ_OPEN,
                    Event.FINISH_ALL, QUIZ_OPEN,
                    Event.SIT, QUIZ_OPEN,
                    Event.PASS, COMPLETED,
                    Event.LOCK, LOCKED,
                    Event.WITHDRAW, WITHDRAWN,
                    Event.READ_IN_GREEK, QUIZ_OPEN),
            LOCKED,
            Map.of(
                    Event.OPEN_FIRST, LOCKED,
                    Event.FINISH_SECOND, LOCKED,
                    Event.FINISH_ALL, LOCKED,
                    Event.RESET, QUIZ_OPEN,
                    Event.WITHDRAW, WITHDRAWN,
                    Event.READ_IN_GREEK, LOCKED),
            COMPLETED,
            Map.of(
                    Event.OPEN_FIRST, COMPLETED,
                    Event.FINISH_SECOND, COMPLETED,
                    Event.FINISH_ALL, COMPLETED,
                    Event.READ_IN_GREEK, COMPLETED),
            WITHDRAWN,
            Map.of());

    static Stream<Arguments> everyStateAndEvent() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Event.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndEvent")
    void goesWhereTheLifeCycleSaysAndNowhereElse(State state, Event event) {
        var listed = LIFE.getOrDefault(state, Map.of()).get(event);
        var before = in(state);
        if (listed == null) {
            assertThatThrownBy(() -> event.happen.apply(before)).isInstanceOf(Refused.class);
        } else {
            assertThat(event.happen.apply(before).state()).isEqualTo(listed);
        }
    }

    @Test
    void knowsWhenItWasCompletedAndOnlyThen() {
        assertThat(in(QUIZ_OPEN).pass(NOON).completed()).isEqualTo(NOON);
        assertThat(in(QUIZ_OPEN).lock(NOON).completed()).isNull();
        assertThat(in(COMPLETED).open(1, NOON.plusSeconds(5)).completed()).isEqualTo(NOON);
    }

    @Test
    void grantsOneGoWithEachReset() {
        assertThat(in(LOCKED).reset(NOON).extraAttempts()).isEqualTo(1);
        assertThat(in(LOCKED).reset(NOON).lock(NOON).reset(NOON).extraAttempts())
                .isEqualTo(2);
    }

    @Test
    void hasNoLessonsOutsideItsModule() {
        assertThatThrownBy(() -> enrolment(3).open(0, NOON)).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> enrolment(3).finish(4, NOON)).isInstanceOf(Missing.class);
    }

    @Test
    void leadsToTheFirstLessonThatIsNotDone() {
        assertThat(enrolment(3).next()).isEqualTo(1);
        assertThat(enrolment(3).finish(1, NOON).finish(3, NOON).next()).isEqualTo(2);
        assertThat(in(QUIZ_OPEN).next()).isEqualTo(3);
    }

    /** E2 of the domain guide: whatever order lesson events come in, and however often, the state is the same. */
    @Test
    void mergesLessonEventsInAnyOrderToTheSameState() {
        var chance = new Random(20260302);
        for (int round = 0; round < 500; round++) {
            int lessons = 1 + chance.nextInt(8);
            var events = IntStream.range(0, 1 + chance.nextInt(20))
                    .mapToObj(event -> new int[] {1 + chance.nextInt(lessons), chance.nextInt(2)})
                    .toList();
            var again = new ArrayList<>(events);
            again.addAll(events.subList(0, chance.nextInt(events.size())));
            Collections.shuffle(again, chance);
            assertThat(after(events, lessons)).isEqualTo(after(again, lessons));
        }
    }

    /** Progress only grows: no step takes a lesson back. */
    @Test
    void neverGoesBack() {
        var chance = new Random(7);
        for (int round = 0; round < 500; round++) {
            var enrolment = enrolment(4);
            for (int step = 0; step < 30; step++) {
                var next = step(enrolment, chance);
                for (int lesson = 0; lesson < 4; lesson++) {
                    assertThat(next.lessons().get(lesson))
                            .isGreaterThanOrEqualTo(enrolment.lessons().get(lesson));
                }
                if (next.state() == QUIZ_OPEN || next.state() == LOCKED || next.state() == COMPLETED) {
                    assertThat(next.left()).isZero();
                }
                enrolment = next;
            }
        }
    }

    private static Enrolment step(Enrolment enrolment, Random chance) {
        var event = Event.values()[chance.nextInt(Event.values().length)];
        if (event == Event.WITHDRAW && chance.nextInt(10) > 0) {
            return enrolment;
        }
        try {
            return event == Event.FINISH_ALL
                    ? enrolment.finish(1 + chance.nextInt(4), NOON)
                    : event.happen.apply(enrolment);
        } catch (Refused refused) {
            return enrolment;
        }
    }

    private static List<Object> after(List<int[]> events, int lessons) {
        var enrolment = enrolment(lessons);
        for (var event : events) {
            enrolment = event[1] == 0 ? enrolment.open(event[0], NOON) : enrolment.finish(event[0], NOON);
        }
        return List.of(enrolment.state(), enrolment.lessons());
    }

    @Test
    void beginsWithTheLessonsThatWereDoneBefore() {
        assertThat(Enrolment.begun(List.of(Stage.EMPTY, Stage.EMPTY))).isEqualTo(ENROLLED);
        assertThat(Enrolment.begun(List.of(Stage.DONE, Stage.EMPTY))).isEqualTo(IN_PROGRESS);
        assertThat(Enrolment.begun(List.of(Stage.DONE, Stage.DONE))).isEqualTo(QUIZ_OPEN);
    }
}
