package eu.includeu.academy.capacity;

import static eu.includeu.academy.capacity.Examples.TODAY;
import static eu.includeu.academy.capacity.Examples.need;
import static eu.includeu.academy.capacity.Examples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.includeu.academy.capacity.Need.Circumstances;
import eu.includeu.academy.capacity.Need.Event;
import eu.includeu.academy.capacity.Need.State;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a need, and the rules of its terms. */
class NeedTest {

    /** The life cycle as the domain guide writes it, by hand: {@code state event -> state}. */
    private static final Map<String, State> LISTED = Map.ofEntries(
            Map.entry("DRAFT DECLARE", State.DECLARED),
            Map.entry("DECLARED VERIFY", State.VERIFIED),
            Map.entry("DECLARED PLAN", State.PLANNED),
            Map.entry("VERIFIED PLAN", State.PLANNED),
            Map.entry("PLANNED START", State.IN_PROGRESS),
            Map.entry("DECLARED MET", State.MET),
            Map.entry("VERIFIED MET", State.MET),
            Map.entry("PLANNED MET", State.MET),
            Map.entry("IN_PROGRESS MET", State.MET),
            Map.entry("OVERDUE MET", State.MET),
            Map.entry("MET CLOSE", State.CLOSED),
            Map.entry("DECLARED EXPIRE", State.OVERDUE),
            Map.entry("VERIFIED EXPIRE", State.OVERDUE),
            Map.entry("PLANNED EXPIRE", State.OVERDUE),
            Map.entry("IN_PROGRESS EXPIRE", State.OVERDUE),
            Map.entry("DECLARED WITHDRAW", State.WITHDRAWN),
            Map.entry("VERIFIED WITHDRAW", State.WITHDRAWN),
            Map.entry("PLANNED WITHDRAW", State.WITHDRAWN),
            Map.entry("IN_PROGRESS WITHDRAW", State.WITHDRAWN),
            Map.entry("OVERDUE WITHDRAW", State.WITHDRAWN),
            Map.entry("MET LAPSE", State.IN_PROGRESS),
            Map.entry("CLOSED LAPSE", State.IN_PROGRESS),
            Map.entry("DECLARED AMEND", State.DECLARED),
            Map.entry("VERIFIED AMEND", State.VERIFIED),
            Map.entry("PLANNED AMEND", State.PLANNED),
            Map.entry("IN_PROGRESS AMEND", State.IN_PROGRESS),
            Map.entry("OVERDUE AMEND", State.OVERDUE),
            Map.entry("MET AMEND", State.MET));

    static Stream<Arguments> everyPair() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Event.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void takesTheListedStepsAndRefusesAllOthers(State state, Event event) {
        var expected = LISTED.get(state + " " + event);
        var given = granting(event);
        if (expected == null) {
            var refused = catchThrowableOfType(Refused.class, () -> need(state).apply(event, given));
            assertThat(refused.problems()).containsExactly(Problem.of(null, "need.step." + event.key(), state.key()));
        } else {
            assertThat(need(state).apply(event, given).state()).isEqualTo(expected);
        }
    }

    /** Circumstances in which the step's own condition holds. */
    private static Circumstances granting(Event event) {
        return switch (event) {
            case MET -> Circumstances.on(TODAY, 10);
            case CLOSE -> Circumstances.on(TODAY, 10).usedAtWork(true);
            case EXPIRE -> Circumstances.on(TODAY.plusDays(91), 9);
            case WITHDRAW -> Circumstances.on(TODAY, 0).because("The office was closed.");
            default -> Circumstances.on(TODAY, 9);
        };
    }

    @Test
    void changesNothingButTheState() {
        var before = need(State.DECLARED);
        var after = before.apply(Event.VERIFY, Circumstances.on(TODAY, 0));
        assertThat(after).usingRecursiveComparison().ignoringFields("state").isEqualTo(before);
    }

    @Test
    void isMetOnlyWhenEveryPlaceIsFilled() {
        refuses(State.IN_PROGRESS, Event.MET, Circumstances.on(TODAY, 9), "need.met.not-yet");
    }

    @Test
    void isClosedOnlyWhenUsedAtWork() {
        refuses(State.MET, Event.CLOSE, Circumstances.on(TODAY, 10), "need.close.unconfirmed");
    }

    @Test
    void isLateOnlyAfterItsLastDay() {
        refuses(State.PLANNED, Event.EXPIRE, Circumstances.on(TODAY.plusDays(90), 0), "need.expire.in-time");
        refuses(State.PLANNED, Event.EXPIRE, Circumstances.on(TODAY.plusDays(91), 10), "need.expire.met");
    }

    @Test
    void isWithdrawnOnlyWithAReason() {
        refuses(State.PLANNED, Event.WITHDRAW, Circumstances.on(TODAY, 0).because(" \n"), "need.withdraw.reason");
    }

    @Test
    void lapsesOnlyWhenSomebodyIsMissing() {
        refuses(State.CLOSED, Event.LAPSE, Circumstances.on(TODAY, 10), "need.lapse.met");
    }

    @Test
    void lapsesIntoBeingLateAfterTheDeadline() {
        var late = need(State.CLOSED).apply(Event.LAPSE, Circumstances.on(TODAY.plusDays(91), 9));
        assertThat(late.state()).isEqualTo(State.OVERDUE);
    }

    private static void refuses(State state, Event event, Circumstances given, String code) {
        var refused = catchThrowableOfType(Refused.class, () -> need(state).apply(event, given));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void isNotDeclaredWhenEnoughPeopleHoldTheLevelAlready() {
        refuses(State.DRAFT, Event.DECLARE, Circumstances.on(TODAY, 10), "need.staff.already");
    }

    @Test
    void amendsItsTermsAndKeepsItsHistory() {
        var amended = need(State.VERIFIED).amend(terms(1, 2, 12), TODAY);
        assertThat(amended.terms().staff()).isEqualTo(12);
        assertThat(amended.state()).isEqualTo(State.VERIFIED);
        assertThat(amended.declared()).isEqualTo(need(State.VERIFIED).declared());
        assertThat(amended.began()).isEqualTo(need(State.VERIFIED).began());
    }

    @Test
    void isAnotherNeedAtAnotherLevel() {
        assertThatThrownBy(() -> need(State.DECLARED).amend(terms(0, 3, 10), TODAY))
                .isInstanceOf(Refused.class);
    }

    @Test
    void tellsEveryBrokenRuleAtOnce() {
        var broken = new Terms(Examples.INTERPRETERS, 3, 2, 0, Terms.Weight.LEGAL, TODAY, List.of(), "  ");
        var refused = catchThrowableOfType(Refused.class, () -> broken.checked(TODAY));
        assertThat(refused.problems())
                .extracting(Problem::field)
                .containsExactly("target", "staff", "deadline", "languages", "reason");
    }

    @Test
    void namesTheMendForALevelWantedBelowTheLevelOfNow() {
        var refused = catchThrowableOfType(Refused.class, () -> terms(3, 1, 5).checked(TODAY));
        assertThat(refused.problems()).containsExactly(Problem.of("target", "need.target.not-above", 1, 3));
    }

    @ParameterizedTest
    @EnumSource(Terms.Weight.class)
    void asksWhyOnlyWhereTheWeightIsHigh(Terms.Weight weight) {
        var silent = new Terms(Examples.INTERPRETERS, 0, 1, 1, weight, TODAY.plusDays(1), List.of("en"), "");
        if (weight.value() >= 4) {
            assertThatThrownBy(() -> silent.checked(TODAY)).isInstanceOf(Refused.class);
        } else {
            assertThat(silent.checked(TODAY)).isEqualTo(silent);
        }
    }

    @Test
    void acceptsExactlyWhatTheRulesAllow() {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++) {
            var current = random.nextInt(-1, 6);
            var target = random.nextInt(-1, 7);
            var staff = random.nextInt(-1, 4);
            var days = random.nextInt(-2, 4);
            var languages = random.nextInt(4) == 0 ? List.<String>of() : List.of(random.nextInt(5) == 0 ? "xx" : "nl");
            var weight = Terms.Weight.values()[random.nextInt(4)];
            var reason = random.nextBoolean() ? "" : "A new law applies.";
            var lawful = 0 <= current
                    && current < target
                    && target <= 4
                    && staff >= 1
                    && days >= 1
                    && languages.equals(List.of("nl"))
                    && (weight.value() < 4 || !reason.isEmpty());
            var terms = new Terms(
                    Examples.INTERPRETERS, current, target, staff, weight, TODAY.plusDays(days), languages, reason);
            var checks = Refused.checks();
            terms.check(checks, TODAY);
            assertThat(checks.clean()).as(terms.toString()).isEqualTo(lawful);
        }
    }

    @Test
    void settlesTheSameWayInWhateverOrderTheFactsArrive() {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++) {
            var ready = random.nextInt(8, 12);
            var today = TODAY.plusDays(random.nextInt(85, 96));
            var need = need(State.values()[random.nextInt(State.values().length)]);
            var settled = settled(need, ready, today);
            assertThat(settled.settle(ready, today)).isEmpty();
            if (settled.state().open()) {
                assertThat(settled.state() == State.MET).isEqualTo(ready >= 10);
            }
        }
    }

    private static Need settled(Need need, int ready, LocalDate today) {
        var seen = new HashSet<State>();
        var now = need;
        for (var next = now.settle(ready, today); next.isPresent(); next = now.settle(ready, today)) {
            assertThat(seen.add(now.state())).as("goes round in circles").isTrue();
            now = now.apply(next.get(), Circumstances.on(today, ready));
        }
        return now;
    }

    @Test
    void hasFiveTiles() {
        assertThat(Stream.of(State.values()).filter(state -> state.tile() == 1))
                .containsExactly(State.DECLARED, State.VERIFIED);
        assertThat(Stream.of(State.values()).filter(state -> state.tile() == 2)).containsExactly(State.PLANNED);
        assertThat(Stream.of(State.values()).filter(state -> state.tile() == 3))
                .containsExactly(State.IN_PROGRESS, State.OVERDUE);
        assertThat(Stream.of(State.values()).filter(state -> state.tile() == 4)).containsExactly(State.MET);
        assertThat(Stream.of(State.values()).filter(state -> state.tile() == 5)).containsExactly(State.CLOSED);
        assertThat(Stream.of(State.values()).filter(State::open)).hasSize(6);
    }

    @Test
    void isMissingUnderWhatIsNoIdentifier() {
        assertThatThrownBy(() -> Need.Id.of("1 or 1=1")).isInstanceOf(Missing.class);
    }
}
