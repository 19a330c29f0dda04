package eu.includeu.academy.planning;

import static eu.includeu.academy.planning.Examples.HOUSING;
import static eu.includeu.academy.planning.Examples.LAW;
import static eu.includeu.academy.planning.Examples.TODAY;
import static eu.includeu.academy.planning.Examples.asked;
import static eu.includeu.academy.planning.Examples.by;
import static eu.includeu.academy.planning.Examples.drawn;
import static eu.includeu.academy.planning.Examples.framing;
import static eu.includeu.academy.planning.Examples.in;
import static eu.includeu.academy.planning.Examples.module;
import static eu.includeu.academy.planning.Examples.requiring;
import static eu.includeu.academy.planning.Examples.staff;
import static eu.includeu.academy.planning.Examples.teaches;
import static eu.includeu.academy.planning.Examples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Pace;
import eu.includeu.academy.matching.Paces;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.runs.Led;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramingTest {

    @Test
    void placesAddUpToTheGap() {
        var random = new Random(1);
        for (var round = 0; round < 500; round++) {
            var current = random.nextInt(3);
            var terms = terms(HOUSING, current, current + 1 + random.nextInt(4 - current), 1 + random.nextInt(12));
            var people = staff(
                    random.nextInt(8), Map.of(HOUSING, 1), Map.of(HOUSING, 2), Map.of(HOUSING, 3), Map.of(HOUSING, 4));
            var need = asked(1, terms, people);
            assertThat(need.places().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(people.coverage(terms).gap());
            assertThat(need.places()).isSorted();
            var listed = asked(
                    1,
                    terms(HOUSING, current, terms.target(), 4),
                    people.about(people.levels().keySet()));
            assertThat(listed.places().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(listed.staff().coverage(listed.terms()).gap());
        }
    }

    @Test
    void takesTheCheapestWayUp() {
        var need = asked(1, terms(HOUSING, 0, 2, 3), staff(2, Map.of(HOUSING, 1)));
        var plan = drawn(framing(
                List.of(need),
                module("first", 60, teaches(HOUSING, 0, 1)),
                module("second", 40, teaches(HOUSING, 1, 2)),
                module("both", 120, teaches(HOUSING, 0, 2))));
        assertThat(plan.items()).extracting(Blueprint.Item::module).containsExactly("first", "second");
        assertThat(plan.items()).extracting(Blueprint.Item::seats).containsExactly(2, 3);
        assertThat(plan.minutes()).isEqualTo(2 * 60 + 3 * 40);
        assertThat(plan.open()).isEmpty();
    }

    @Test
    void namesTheFirstReasonForWhatStaysOpen() {
        assertThat(reason(terms(HOUSING, 0, 1, 2))).isEqualTo(Shortfall.NO_CONTENT);
        assertThat(reason(terms(HOUSING, 0, 1, 2), in(module("dutch", 60, teaches(HOUSING, 0, 1)), "nl")))
                .isEqualTo(Shortfall.NO_LANGUAGE);
        assertThat(reason(
                        by(terms(HOUSING, 0, 1, 2), TODAY.plusDays(2), "en"),
                        module("long", 600, teaches(HOUSING, 0, 1))))
                .isEqualTo(Shortfall.TOO_LATE);
        assertThat(reason(
                        terms(HOUSING, 0, 1, 2),
                        requiring(module("lawyers", 60, teaches(HOUSING, 0, 1)), new Requirement(LAW, 2, null))))
                .isEqualTo(Shortfall.NO_PREREQUISITE_PATH);
        assertThat(reason(
                        by(terms(HOUSING, 0, 2, 2), TODAY.plusDays(8), "en"),
                        module("one", 120, teaches(HOUSING, 0, 1)),
                        module("two", 130, teaches(HOUSING, 1, 2))))
                .isEqualTo(Shortfall.NO_SEATS);
    }

    @Test
    void reckonsWithThePaceOfEachAuthority() {
        var need = asked(1, by(terms(HOUSING, 0, 1, 2), TODAY.plusDays(21), "en"), staff(2));
        var usual = framing(List.of(need), module("six hours", 360, teaches(HOUSING, 0, 1)));
        assertThat(drawn(usual).items()).hasSize(1);
        var slow = new Framing(
                usual.asked(),
                usual.candidates(),
                usual.led(),
                usual.assumptions(),
                new Paces(
                        Weights.STANDARD,
                        Map.of(need.need().authority(), new Pace(Weights.STANDARD.hoursAWeek() / 2, 9))),
                TODAY);
        assertThat(drawn(slow).items()).isEmpty();
        assertThat(drawn(slow).open().get(0).reason()).isEqualTo(Shortfall.TOO_LATE);
    }

    @Test
    void saysInWhatLanguagesSomethingExists() {
        var framing = framing(
                List.of(asked(1, terms(HOUSING, 0, 1, 2), staff(2))),
                in(module("dutch", 60, teaches(HOUSING, 0, 1)), "nl", "sl"));
        assertThat(drawn(framing).open().get(0).languages()).containsExactly("nl", "sl");
    }

    @Test
    void sendsPeopleFirstWhereAnotherModuleAsksForIt() {
        var need = asked(1, terms(HOUSING, 0, 1, 3), staff(2, Map.of(LAW, 1)));
        var plan = drawn(framing(
                List.of(need),
                requiring(module("aim", 60, teaches(HOUSING, 0, 1)), new Requirement(LAW, 1, null)),
                module("law", 30, teaches(LAW, 0, 1))));
        assertThat(plan.items()).extracting(Blueprint.Item::module).containsExactly("law", "aim");
        assertThat(plan.items()).extracting(Blueprint.Item::seats).containsExactly(2, 3);
        assertThat(plan.items().get(0).because()).isEqualTo(Blueprint.Because.FIRST);
        assertThat(plan.items().get(0).leads()).containsExactly("aim");
        assertThat(plan.items().get(0).ends())
                .isBeforeOrEqualTo(plan.items().get(1).ends());
    }

    @Test
    void letsNoCircleOfPrerequisitesIn() {
        var need = asked(1, terms(HOUSING, 0, 1, 3), staff(3));
        var plan = drawn(framing(
                List.of(need),
                requiring(module("aim", 60, teaches(HOUSING, 0, 1)), new Requirement(LAW, 1, null)),
                requiring(module("law", 30, teaches(LAW, 0, 1)), new Requirement(HOUSING, 1, null))));
        assertThat(plan.items()).isEmpty();
        assertThat(plan.open()).extracting(Blueprint.Open::reason).containsExactly(Shortfall.NO_PREREQUISITE_PATH);
    }

    @Test
    void climbsNoStepAboveOneThatStaysOpen() {
        var need = asked(1, terms(HOUSING, 0, 2, 3), staff(3));
        var plan = drawn(framing(List.of(need), module("second", 40, teaches(HOUSING, 1, 2))));
        assertThat(plan.items()).isEmpty();
        assertThat(plan.open())
                .extracting(Blueprint.Open::reason)
                .containsExactly(Shortfall.NO_CONTENT, Shortfall.NO_PREREQUISITE_PATH);
    }

    @Test
    void saysTruthfullyWhatWouldBeNextBest() {
        var need = asked(1, terms(HOUSING, 0, 1, 4), staff(4));
        var plan = drawn(framing(
                List.of(need),
                in(module("english", 60, teaches(HOUSING, 0, 1)), "en"),
                in(module("greek", 72, teaches(HOUSING, 0, 1)), "el")));
        var item = plan.items().get(0);
        assertThat(item.module()).isEqualTo("english");
        assertThat(item.because()).isEqualTo(Blueprint.Because.LEAST);
        assertThat(item.others()).isEqualTo(1);
        assertThat(item.next()).isEqualTo(new Blueprint.Next(List.of("greek"), "el", 12, 4 * 670, 0));
        assertThat(plan.state()).isEqualTo(eu.includeu.academy.optimum.Outcome.State.OPTIMAL);
    }

    @Test
    void saysWhenNothingElseTeachesIt() {
        var plan = drawn(framing(
                List.of(asked(1, terms(HOUSING, 0, 1, 4), staff(4))), module("only", 60, teaches(HOUSING, 0, 1))));
        assertThat(plan.items().get(0).because()).isEqualTo(Blueprint.Because.ONLY);
        assertThat(plan.items().get(0).next()).isEqualTo(new Blueprint.Next(List.of(), "", 0, 0, 4));
    }

    @Test
    void takesTheNearestAndSharesTheHours() {
        var people = staff(2, Map.of(HOUSING, 1), Map.of(HOUSING, 1));
        var plan = drawn(framing(
                List.of(asked(1, terms(HOUSING, 0, 2, 2), people), asked(2, terms(LAW, 0, 1, 2), people)),
                module("first", 60, teaches(HOUSING, 0, 1)),
                module("second", 60, teaches(HOUSING, 1, 2)),
                module("law", 60, teaches(LAW, 0, 1))));
        assertThat(plan.items()).hasSize(2);
        assertThat(plan.loads()).extracting(Blueprint.Load::minutes).containsExactly(60, 60, 60, 60);
    }

    @Test
    void leavesSeatsForPeopleWhoHaveYetToBeFound() {
        var plan = drawn(framing(
                List.of(asked(1, terms(HOUSING, 0, 1, 5), staff(3))), module("only", 60, teaches(HOUSING, 0, 1))));
        assertThat(plan.items().get(0).people()).hasSize(3);
        assertThat(plan.items().get(0).vacant()).isEqualTo(2);
    }

    @Test
    void sharesTheRunsOfALedModule() {
        var plan = drawn(framing(
                List.of(asked(1, terms(HOUSING, 0, 1, 4), staff(4)), asked(2, terms(LAW, 0, 1, 4), staff(4))),
                Map.of("led", new Led(10_000, 8)),
                module("led", 60, teaches(HOUSING, 0, 1), teaches(LAW, 0, 1))));
        assertThat(plan.runs()).isEqualTo(10_000);
        assertThat(plan.items())
                .extracting(Blueprint.Item::cents)
                .containsExactly(4 * 3350L + 5_000, 4 * 3350L + 5_000);
    }

    private static Shortfall reason(Terms terms, Candidate... candidates) {
        var framing = framing(List.of(asked(1, terms, staff(2))), candidates);
        return drawn(framing).open().get(0).reason();
    }
}
