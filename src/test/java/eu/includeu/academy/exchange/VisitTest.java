package eu.includeu.academy.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of a study visit: what is not listed is refused. */
class VisitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Visit.Plan PLAN = new Visit.Plan(TODAY.plusDays(10), TODAY.plusDays(12), 3, "How?\n\nWho?");
    private static final Visit.Report REPORT = new Visit.Report(List.of("So.", "They."), "It", "That", "Them");

    @Test
    void goesFromTheProposalToTheReport() {
        var agreed = visit(Visit.State.PROPOSED, null).accept(Visit.Side.GUEST).accept(Visit.Side.HOST);
        assertThat(agreed.state()).isEqualTo(Visit.State.AGREED);
        var scheduled = agreed.schedule(PLAN, TODAY);
        assertThat(scheduled.hold(TODAY.plusDays(12)).close(REPORT).state()).isEqualTo(Visit.State.CLOSED);
        assertThatThrownBy(() -> scheduled.hold(TODAY.plusDays(11))).isInstanceOf(Refused.class);
    }

    @Test
    void isAgreedByBothAndByNobodyTwice() {
        var once = visit(Visit.State.PROPOSED, null).accept(Visit.Side.HOST);
        assertThat(once.state()).isEqualTo(Visit.State.PROPOSED);
        assertThatThrownBy(() -> once.accept(Visit.Side.HOST)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesEveryStepThatIsNotListed() {
        for (var state : Visit.State.values()) {
            for (var event : Visit.Event.values()) {
                var visit = visit(state, PLAN);
                if (!event.from(state)) {
                    assertThatThrownBy(() -> take(visit, event))
                            .as("%s in %s", event, state)
                            .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                            refused.problems().get(0).code())
                                    .isEqualTo("visit.step." + event.key()));
                } else {
                    assertThat(take(visit, event)).as("%s in %s", event, state).isNotNull();
                }
            }
        }
    }

    @Test
    void takesTwoToFiveDaysAndThreePeopleAtMost() {
        var agreed = visit(Visit.State.AGREED, null);
        assertThat(problems(() -> agreed.schedule(new Visit.Plan(TODAY, TODAY.plusDays(5), 4, " "), TODAY)))
                .containsExactlyInAnyOrder("starts", "ends", "people", "questions");
        assertThat(problems(
                        () -> agreed.schedule(new Visit.Plan(TODAY.plusDays(1), TODAY.plusDays(1), 1, "Why?"), TODAY)))
                .containsExactly("ends");
        assertThat(agreed.schedule(new Visit.Plan(TODAY.plusDays(1), TODAY.plusDays(5), 1, "Why?"), TODAY)
                        .state())
                .isEqualTo(Visit.State.SCHEDULED);
    }

    @Test
    void isClosedOnlyByAnAnswerToEachQuestion() {
        var held = visit(Visit.State.HELD, PLAN);
        assertThat(problems(() -> held.close(new Visit.Report(List.of("So."), "", "", ""))))
                .containsExactlyInAnyOrder("answer-2", "tries", "obstacles", "passed");
    }

    @Test
    void isDeclinedWithAReasonAndExpiresAfterThirtyDays() {
        var proposed = visit(Visit.State.PROPOSED, null);
        assertThat(problems(() -> proposed.decline(" "))).containsExactly("reason");
        assertThatThrownBy(() -> proposed.expire(NOW.plus(29, ChronoUnit.DAYS))).isInstanceOf(Refused.class);
        assertThat(proposed.expire(NOW.plus(30, ChronoUnit.DAYS)).state()).isEqualTo(Visit.State.EXPIRED);
    }

    private static List<String> problems(Runnable step) {
        try {
            step.run();
        } catch (Refused refused) {
            return refused.problems().stream()
                    .map(problem -> String.valueOf(problem.field()))
                    .toList();
        }
        throw new AssertionError("Nothing was refused");
    }

    private static Visit take(Visit visit, Visit.Event event) {
        return switch (event) {
            case ACCEPT -> visit.accept(Visit.Side.GUEST);
            case DECLINE -> visit.decline("Not this year.");
            case SCHEDULE -> visit.schedule(PLAN, TODAY);
            case HOLD -> visit.hold(TODAY.plusDays(30));
            case CLOSE -> visit.close(REPORT);
            case EXPIRE -> visit.expire(NOW.plus(31, ChronoUnit.DAYS));
        };
    }

    private static Visit visit(Visit.State state, Visit.@Nullable Plan plan) {
        return new Visit(
                new Visit.Id(new UUID(1, 1)),
                new Authority.Id(new UUID(2, 2)),
                new Authority.Id(new UUID(3, 3)),
                new Visit.Reasons(List.of(), "en", 900, 1),
                state,
                false,
                false,
                NOW,
                plan,
                null,
                1);
    }
}
