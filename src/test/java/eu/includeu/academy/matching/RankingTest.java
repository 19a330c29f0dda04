package eu.includeu.academy.matching;

import static eu.includeu.academy.capacity.Examples.INTERPRETERS;
import static eu.includeu.academy.capacity.Examples.LAW;
import static eu.includeu.academy.capacity.Examples.TODAY;
import static eu.includeu.academy.capacity.Examples.both;
import static eu.includeu.academy.capacity.Examples.staff;
import static eu.includeu.academy.capacity.Examples.terms;
import static eu.includeu.academy.matching.Modules.about;
import static eu.includeu.academy.matching.Modules.in;
import static eu.includeu.academy.matching.Modules.measured;
import static eu.includeu.academy.matching.Modules.minutes;
import static eu.includeu.academy.matching.Modules.module;
import static eu.includeu.academy.matching.Modules.requiring;
import static eu.includeu.academy.matching.Modules.reviewed;
import static eu.includeu.academy.matching.Modules.teaching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.capacity.Examples;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Shelf;
import eu.includeu.academy.catalogue.Teaching;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which module comes first for a need, by figures worked out by hand. */
class RankingTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private final Ranking ranking = new Ranking(Weights.STANDARD, 0.3);

    private Ranked rank(Terms need, Candidate... candidates) {
        return ranking.rank(need, "EL", staff(20), List.of(candidates), List.of(candidates), TODAY);
    }

    private static double score(Ranked ranked, String module) {
        return ranked.best().stream()
                .filter(match -> match.module().module().equals(module))
                .findFirst()
                .orElseThrow()
                .score()
                .total();
    }

    /** 0.40*1 + 0.20*0.5 + 0.15*1 + 0.10*1 + 0.10*0.5 + 0.05*1 = 0.85 */
    @Test
    void addsUpTheSixParts() {
        var score = rank(terms(), module("a")).best().get(0).score();
        assertThat(score).isEqualTo(new Score(1, 0.5, 1, 1, 0.5, 1, score.total()));
        assertThat(score.total()).isCloseTo(0.85, EXACTLY);
    }

    /** Needs 1, 2, 3; teaches 2, 3, 4 from level 1: |{2,3}|/|{2,3}| for a need from 1, less a quarter of a third for 4. */
    @Test
    void takesRungsBeyondTheNeedOffTheFit() {
        var beyond = teaching(module("a"), new Teaching(INTERPRETERS, 1, 4));
        assertThat(rank(terms(1, 3, 10), beyond).best().get(0).score().fit()).isCloseTo(1 * (1 - 0.25 / 3), EXACTLY);
    }

    /** Covers one of three needed rungs and nothing else: a third. */
    @Test
    void countsTheShareOfTheNeedThatIsCovered() {
        var first = teaching(module("a"), new Teaching(INTERPRETERS, 0, 1));
        var match = rank(terms(0, 3, 10), first).best().get(0);
        assertThat(match.score().fit()).isCloseTo(1.0 / 3, EXACTLY);
        assertThat(match.why().covered()).containsExactly(1);
        assertThat(match.why().missing()).containsExactly(2, 3);
    }

    /** Rungs of another competency are no part of the fit. */
    @Test
    void looksOnlyAtTheCompetencyNeeded() {
        var two = teaching(module("a"), new Teaching(INTERPRETERS, 0, 2), new Teaching(LAW, 0, 4));
        assertThat(rank(terms(), two).best().get(0).score().fit()).isCloseTo(1, EXACTLY);
    }

    /** 30 learners with a mean of 0.5, usual 0.3: g = (30*0.5 + 10*0.3)/40 = 0.45; 1/(1 + e^(-4*0.15)). */
    @Test
    void drawsAMeasuredEffectTowardsTheUsual() {
        var score = rank(terms(), measured(module("a"), 30, 0.5)).best().get(0).score();
        assertThat(score.effect()).isCloseTo(1 / (1 + Math.exp(-0.6)), EXACTLY);
    }

    @Test
    void countsTheEffectAsUsualWhileNobodyIsMeasured() {
        var why = rank(terms(), module("a")).best().get(0).why();
        assertThat(why.learners()).isZero();
        assertThat(why.gain()).isCloseTo(why.usualGain(), EXACTLY);
    }

    /** 60 minutes are the least, so 90 count for two thirds. */
    @Test
    void comparesTheEffortWithTheShortest() {
        var ranked = rank(terms(), module("a"), minutes(module("b"), 60));
        assertThat(ranked.best()).extracting(match -> match.module().module()).containsExactly("b", "a");
        assertThat(ranked.best().get(1).score().effort()).isCloseTo(2.0 / 3, EXACTLY);
    }

    /** What cannot be taken does not set the pace for what can. */
    @Test
    void comparesTheEffortWithEligibleOnesOnly() {
        var ranked = rank(terms(), module("a"), in(minutes(module("b"), 10), "nl"));
        assertThat(ranked.best().get(0).score().effort()).isCloseTo(1, EXACTLY);
    }

    @Test
    void prefersTheFirstLanguage() {
        var ranked = rank(terms(), in(module("a"), "en"), in(module("b"), "el"), in(module("c"), "nl"));
        assertThat(ranked.best()).extracting(match -> match.score().language()).containsExactly(1.0, 0.8);
        assertThat(ranked.excluded()).extracting(Ranked.Exclusion::reason).containsExactly(Ranked.Reason.LANGUAGE);
    }

    @Test
    void prefersTheLawOfTheOwnCountry() {
        var ranked = rank(terms(), about(module("a"), "EU"), about(module("b"), "EL", "IT"), about(module("c"), "IT"));
        assertThat(ranked.best()).extracting(match -> match.score().local()).containsExactly(1.0, 0.5, 0.0);
    }

    /** 73 days past its review, of 365: a fifth of its freshness is gone; after 90 days it takes nobody. */
    @Test
    void staleContentFallsInAYear() {
        var ranked = rank(
                terms(),
                reviewed(module("a"), TODAY, true),
                reviewed(module("b"), TODAY.minusDays(73), true),
                reviewed(module("c"), TODAY.minusDays(91), false));
        assertThat(ranked.best()).extracting(match -> match.score().fresh()).containsExactly(1.0, 0.8);
        assertThat(ranked.excluded()).extracting(Ranked.Exclusion::reason).containsExactly(Ranked.Reason.CLOSED);
    }

    @Test
    void leavesOutWhatStartsTooHigh() {
        var ranked = rank(terms(), teaching(module("a"), new Teaching(INTERPRETERS, 1, 2)));
        assertThat(ranked.best()).isEmpty();
        assertThat(ranked.excluded()).extracting(Ranked.Exclusion::reason).containsExactly(Ranked.Reason.GAP_BELOW);
    }

    @Test
    void doesNotMentionWhatTeachesNothingThatIsNeeded() {
        var ranked = rank(terms(2, 3, 10), teaching(module("a"), new Teaching(INTERPRETERS, 0, 2)));
        assertThat(ranked).isEqualTo(new Ranked(List.of(), List.of()));
    }

    /** Two hours a week: 90 minutes take 5.25 days, so 6; the last day still counts. */
    @Test
    void leavesOutWhatCannotBeFinishedInTime() {
        assertThat(rank(until(6), module("a")).best()).hasSize(1);
        var late = rank(until(5), module("a"));
        assertThat(late.best()).isEmpty();
        assertThat(late.excluded().get(0).reason()).isEqualTo(Ranked.Reason.TOO_LATE);
        assertThat(late.excluded().get(0).facts()).containsExactly(6, 2.0, 5);
    }

    private static Terms until(int days) {
        var terms = terms();
        return new Terms(
                terms.competency(),
                terms.current(),
                terms.target(),
                terms.staff(),
                terms.weight(),
                TODAY.plusDays(days),
                terms.languages(),
                terms.reason());
    }

    @Test
    void leavesOutWhatAsksForSomethingThatNobodyCanGet() {
        var asking = requiring(module("a"), new Requirement(LAW, 1, null));
        var ranked = rank(terms(), asking);
        assertThat(ranked.best()).isEmpty();
        var missing =
                (Explanation.Prerequisite) ranked.excluded().get(0).facts().get(0);
        assertThat(missing.lacking()).isEqualTo(20);
    }

    @Test
    void countsWhoLacksWhatIsAskedForAmongThoseStillToTrain() {
        var asking = requiring(module("a"), new Requirement(LAW, 1, null));
        var helper = teaching(module("law"), new Teaching(LAW, 0, 1));
        var people = both(staff(7, Map.of(LAW, 1)), both(staff(5), staff(3, Map.of(INTERPRETERS, 2))));
        var ranked = ranking.rank(terms(), "EL", people, List.of(asking), List.of(asking, helper), TODAY);
        assertThat(ranked.best().get(0).why().prerequisites())
                .containsExactly(new Explanation.Prerequisite(LAW, 1, null, 5, "law"));
    }

    @Test
    void isContentWhenEnoughPeopleHoldWhatIsAskedFor() {
        var asking = requiring(module("a"), new Requirement(LAW, 1, null));
        var enough = both(staff(10, Map.of(LAW, 2)), staff(5));
        var tooFew = both(staff(9, Map.of(LAW, 2)), staff(5));
        assertThat(ranking.rank(terms(), "EL", enough, List.of(asking), List.of(asking), TODAY)
                        .best())
                .hasSize(1);
        assertThat(ranking.rank(terms(), "EL", tooFew, List.of(asking), List.of(asking), TODAY)
                        .best())
                .isEmpty();
    }

    @Test
    void countsNoTimeTwiceWhenSomethingIsToBeLearnedFirst() {
        var asking = requiring(module("a"), new Requirement(LAW, 1, null));
        var helper = teaching(module("law"), new Teaching(LAW, 0, 1));
        // 180 minutes at two hours a week take 10.5 days, so 11
        assertThat(ranking.rank(until(11), "EL", staff(20), List.of(asking), List.of(helper), TODAY)
                        .best())
                .hasSize(1);
        assertThat(ranking.rank(until(10), "EL", staff(20), List.of(asking), List.of(helper), TODAY)
                        .excluded())
                .extracting(Ranked.Exclusion::reason)
                .containsExactly(Ranked.Reason.PREREQUISITE);
    }

    @Test
    void believesWhatTheNeedSaysOfThePeople() {
        var second = requiring(
                teaching(module("a"), new Teaching(INTERPRETERS, 1, 3)), new Requirement(INTERPRETERS, 1, null));
        var match = rank(terms(1, 3, 10), second).best().get(0);
        assertThat(match.why().prerequisites())
                .containsExactly(new Explanation.Prerequisite(INTERPRETERS, 1, null, 20, null));
    }

    @Test
    void putsTheCheaperFirstWhenScoresAreEqualAndThenTheIdentifier() {
        // the same parts but the order of the names
        var ranked = rank(terms(), module("c"), module("a"), module("b"));
        assertThat(ranked.best()).extracting(match -> match.module().module()).containsExactly("a", "b", "c");
        // without a weight on effort, less time decides
        var careless = new Ranking(new Weights(0.55, 0.20, 0, 0.10, 0.10, 0.05, 0.25, 4, 10, 0.8, 0.5, 365, 2), 0.3);
        var pair = List.of(module("a"), minutes(module("b"), 80));
        assertThat(careless.rank(terms(), "EL", staff(20), pair, pair, TODAY).best())
                .extracting(match -> match.module().module())
                .containsExactly("b", "a");
    }

    @Test
    void answersTheSameInWhateverOrderModulesAndPeopleCome() {
        var random = new Random(5);
        for (var i = 0; i < 200; i++) {
            var modules = new ArrayList<>(some(random, 12));
            var need = terms(random.nextInt(0, 2), random.nextInt(2, 5), random.nextInt(1, 15));
            var people = someStaff(random);
            var expected = ranking.rank(need, "IT", people, modules, modules, TODAY);
            Collections.shuffle(modules, random);
            var shuffledPeople = new ArrayList<>(people.levels().entrySet());
            Collections.shuffle(shuffledPeople, random);
            var shuffled = new HashMap<
                    eu.includeu.academy.accounts.Account.Id,
                    Map<eu.includeu.academy.competencies.Competency.Id, Integer>>();
            shuffledPeople.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
            assertThat(ranking.rank(need, "IT", new Staff(shuffled), modules, modules, TODAY))
                    .isEqualTo(expected);
        }
    }

    @Test
    void looksAtNothingButWhatStandsUnderTheRungsAndRanksAsIfItHadSeenAll() {
        var random = new Random(17);
        for (var i = 0; i < 300; i++) {
            var modules = some(random, 20).stream()
                    .map(module -> random.nextInt(3) == 0 ? teaching(module, new Teaching(LAW, 0, 1)) : module)
                    .map(module -> random.nextInt(5) == 0 ? requiring(module, new Requirement(null, 0, "m0")) : module)
                    .toList();
            var need = terms(random.nextInt(0, 2), random.nextInt(2, 5), random.nextInt(1, 15));
            var people = someStaff(random);
            var gains = new Gains(modules.stream()
                    .filter(module -> module.gain().learners() > 0)
                    .collect(Collectors.toMap(Candidate::module, Candidate::gain, (one, other) -> one)));
            var offers = modules.stream().map(RankingTest::offer).toList();
            var all = offers.stream()
                    .map(offer -> Candidate.of(offer, gains.of(offer.id().module()), TODAY))
                    .toList();
            assertThat(Matching.rank(need, "IT", people, Shelf.of(offers, "en"), Weights.STANDARD, gains, TODAY))
                    .isEqualTo(new Ranking(Weights.STANDARD, gains.common()).rank(need, "IT", people, all, all, TODAY));
        }
    }

    private static Offer offer(Candidate module) {
        return new Offer(
                module.id(),
                module.theme(),
                module.title(),
                "A summary.",
                module.languages().get(0),
                "original",
                module.languages(),
                module.minutes(),
                3,
                module.teaches().stream()
                        .flatMap(step -> step.rungs().stream())
                        .distinct()
                        .toList(),
                module.teaches(),
                module.requires(),
                module.reviewBy(),
                "Ana Kovač",
                "Pieter de Wit",
                module.countries(),
                36,
                new QuizRule(20, new BigDecimal("0.7"), 3, 24, null));
    }

    @Test
    void neverScoresAModuleLowerForBeingBetterInOnePart() {
        var random = new Random(11);
        for (var i = 0; i < 500; i++) {
            var one = some(random, 1).get(0);
            var rest = some(random, 6).stream()
                    .filter(each -> !each.module().equals(one.module()))
                    .toList();
            var need = terms(0, 3, 5);
            var before = with(one, rest, need);
            if (before.best().stream().noneMatch(match -> match.module().equals(one))) {
                continue;
            }
            var was = score(before, one.module());
            assertThat(score(with(in(one, "el", "en"), rest, need), one.module()))
                    .isGreaterThanOrEqualTo(was);
            assertThat(score(with(about(one, "EL"), rest, need), one.module())).isGreaterThanOrEqualTo(was);
            assertThat(score(with(reviewed(one, TODAY.plusDays(1), true), rest, need), one.module()))
                    .isGreaterThanOrEqualTo(was);
            assertThat(score(with(minutes(one, one.minutes() / 2), rest, need), one.module()))
                    .isGreaterThanOrEqualTo(was);
            var learners = one.gain().learners() + 1;
            assertThat(score(with(measured(one, learners, Math.max(one.gain().mean(), 0.3)), rest, need), one.module()))
                    .isGreaterThanOrEqualTo(
                            score(with(measured(one, learners, one.gain().mean()), rest, need), one.module()) - 1e-12);
        }
    }

    private Ranked with(Candidate one, List<Candidate> rest, Terms need) {
        var all = new ArrayList<>(rest);
        all.add(one);
        return ranking.rank(need, "EL", staff(20), all, all, TODAY);
    }

    @Test
    void keepsEveryScoreBetweenNothingAndOne() {
        var random = new Random(13);
        for (var i = 0; i < 500; i++) {
            var all = some(random, 8);
            var ranked = ranking.rank(terms(0, 4, 8), "NL", someStaff(random), all, all, TODAY);
            assertThat(ranked.best())
                    .allSatisfy(match -> assertThat(match.score().total()).isBetween(0.0, 1.0));
            assertThat(ranked.best()).isSortedAccordingTo(Ranking.ORDER);
            assertThat(ranked.best())
                    .allSatisfy(match -> assertThat(ranking.score(match.why())).isEqualTo(match.score()));
        }
    }

    private static Staff someStaff(Random random) {
        return both(
                Examples.staff(random.nextInt(0, 10), Map.of(LAW, random.nextInt(0, 3))),
                Examples.staff(random.nextInt(0, 10), Map.of(INTERPRETERS, random.nextInt(0, 4))));
    }

    private static List<Candidate> some(Random random, int count) {
        var modules = new ArrayList<Candidate>();
        for (var i = 0; i < count; i++) {
            var from = random.nextInt(0, 2);
            var module = teaching(module("m" + i), new Teaching(INTERPRETERS, from, random.nextInt(from + 1, 5)));
            module = minutes(module, random.nextInt(2, 20) * 10);
            module = random.nextBoolean() ? in(module, "en") : random.nextBoolean() ? in(module, "nl") : module;
            module = random.nextBoolean() ? about(module, "IT") : module;
            module = reviewed(module, TODAY.minusDays(random.nextInt(-50, 89)), random.nextInt(9) > 0);
            module = measured(module, random.nextInt(0, 40), random.nextDouble());
            modules.add(random.nextInt(4) == 0 ? requiring(module, new Requirement(LAW, 1, null)) : module);
        }
        return modules;
    }

    @Test
    void refusesWeightsThatDoNotAddUp() {
        assertThatThrownBy(() -> new Weights(0.5, 0.2, 0.15, 0.1, 0.1, 0.05, 0.25, 4, 10, 0.8, 0.5, 365, 2))
                .hasMessageContaining("add up to");
        assertThatThrownBy(() -> new Weights(0.6, -0.2, 0.35, 0.1, 0.1, 0.05, 0.25, 4, 10, 0.8, 0.5, 365, 2))
                .hasMessageContaining("below 0");
    }
}
