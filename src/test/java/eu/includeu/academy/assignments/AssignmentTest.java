package eu.includeu.academy.assignments;

import static eu.includeu.academy.assignments.Assignment.State.ACTIVE;
import static eu.includeu.academy.assignments.Assignment.State.ASSIGNED;
import static eu.includeu.academy.assignments.Assignment.State.DONE;
import static eu.includeu.academy.assignments.Assignment.State.OVERDUE;
import static eu.includeu.academy.assignments.Assignment.State.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assignments.Assignment.State;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of an assignment. */
class AssignmentTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    private enum Event {
        ENROL(Assignment::enrol),
        COMPLETE(Assignment::complete),
        WAIVE(assignment -> assignment.waive("On leave for a year")),
        EXPIRE(assignment -> assignment.expire(DUE.plusDays(1)));

        private final UnaryOperator<Assignment> happen;

        Event(UnaryOperator<Assignment> happen) {
            this.happen = happen;
        }
    }

    private static final Map<State, Map<Event, State>> LIFE = Map.of(
            ASSIGNED, Map.of(Event.ENROL, ACTIVE, Event.WAIVE, WAIVED, Event.EXPIRE, OVERDUE),
            ACTIVE, Map.of(Event.ENROL, ACTIVE, Event.COMPLETE, DONE, Event.WAIVE, WAIVED, Event.EXPIRE, OVERDUE),
            OVERDUE, Map.of(Event.ENROL, OVERDUE, Event.COMPLETE, DONE, Event.WAIVE, WAIVED),
            DONE, Map.of(),
            WAIVED, Map.of());

    static Stream<Arguments> everyStateAndEvent() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Event.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndEvent")
    void goesWhereTheLifeCycleSaysAndNowhereElse(State state, Event event) {
        var listed = LIFE.getOrDefault(state, Map.of()).get(event);
        if (listed == null) {
            assertThatThrownBy(() -> event.happen.apply(assignment(state))).isInstanceOf(Refused.class);
        } else {
            assertThat(event.happen.apply(assignment(state)).state()).isEqualTo(listed);
        }
    }

    @Test
    void isNotOverdueOnItsDay() {
        assertThatThrownBy(() -> assignment(ASSIGNED).expire(DUE)).isInstanceOf(Refused.class);
    }

    @Test
    void isWaivedForAReason() {
        assertThatThrownBy(() -> assignment(ASSIGNED).waive(" "))
                .isInstanceOf(Refused.class)
                .hasMessage("assignment.no-reason");
        assertThat(assignment(ASSIGNED).waive(" On leave ").reason()).isEqualTo("On leave");
    }

    private static Assignment assignment(State state) {
        return new Assignment(
                new Authority.Id(UUID.randomUUID()),
                new Assignment.Id(UUID.randomUUID()),
                new Account.Id(UUID.randomUUID()),
                "housing-allocation",
                null,
                DUE,
                state,
                null,
                0);
    }
}
