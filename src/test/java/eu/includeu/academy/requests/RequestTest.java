package eu.includeu.academy.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.requests.Request.Answer;
import eu.includeu.academy.requests.Request.Event;
import eu.includeu.academy.requests.Request.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of a training request, by the list of the domain guide: what is not on it is refused. */
class RequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Map<State, Set<Event>> LISTED = new EnumMap<>(Map.of(
            State.OPEN, Set.of(Event.MATCH, Event.ACCEPT, Event.DECLINE),
            State.ACCEPTED, Set.of(Event.SCHEDULE),
            State.SCHEDULED, Set.of(Event.DELIVER),
            State.DELIVERED, Set.of(Event.CLOSE)));

    @Test
    void goesTheStepsThatAreListedAndNoOthers() {
        for (var state : State.values()) {
            var done = Stream.of(Event.values())
                    .filter(event -> event != Event.CLOSE)
                    .filter(event -> accepts(state, event))
                    .collect(Collectors.toSet());
            var listed = LISTED.getOrDefault(state, Set.of()).stream()
                    .filter(event -> event != Event.CLOSE)
                    .collect(Collectors.toSet());
            assertThat(done).as(state.name()).isEqualTo(listed);
            assertThat(closes(state)).as(state.name()).isEqualTo(state == State.DELIVERED);
        }
    }

    @Test
    void keepsItsModuleAndItsDayOnTheWay() {
        var given = in(State.ACCEPTED)
                .answer(new Answer(Event.SCHEDULE, "On a Tuesday.", null, TODAY.plusDays(9)), TODAY)
                .answer(new Answer(Event.DELIVER, "Given.", "working-with-interpreters", null), TODAY)
                .close("It is used.");
        assertThat(given.state()).isEqualTo(State.CLOSED);
        assertThat(given.day()).isEqualTo(TODAY.plusDays(9));
        assertThat(given.module()).isEqualTo("working-with-interpreters");
    }

    @Test
    void tellsEverythingThatIsWrongWithAnAnswerAtOnce() {
        var without = catchThrowableOfType(
                Refused.class, () -> in(State.OPEN).answer(new Answer(Event.MATCH, " ", null, null), TODAY));
        assertThat(without.problems()).extracting(Problem::field).containsExactly("said", "module");
        var late = catchThrowableOfType(Refused.class, () -> in(State.ACCEPTED)
                .answer(new Answer(null, "x".repeat(2001), null, TODAY.minusDays(1)), TODAY));
        assertThat(late.problems()).extracting(Problem::field).containsExactly("event", "said");
        var past = catchThrowableOfType(Refused.class, () -> in(State.ACCEPTED)
                .answer(new Answer(Event.SCHEDULE, "So.", null, TODAY.minusDays(1)), TODAY));
        assertThat(past.problems()).extracting(Problem::field).containsExactly("day");
    }

    private static boolean accepts(State state, Event event) {
        try {
            in(state).answer(new Answer(event, "A sentence.", "working-with-interpreters", TODAY.plusDays(3)), TODAY);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static boolean closes(State state) {
        try {
            in(state).close("It is used.");
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static Request in(State state) {
        return new Request(
                new Authority.Id(UUID.randomUUID()),
                new Request.Id(UUID.randomUUID()),
                "Parents who cannot read",
                "Nine people.",
                "el",
                null,
                null,
                state,
                null,
                null,
                Instant.EPOCH,
                new Account.Id(UUID.randomUUID()),
                1);
    }
}
