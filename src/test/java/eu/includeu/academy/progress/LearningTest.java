package eu.includeu.academy.progress;

import static eu.includeu.academy.Town.answer;
import static eu.includeu.academy.Town.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Learners;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Enrolment.State;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking modules, on a real PostgreSQL and many at once. */
@AcademyTest
class LearningTest {

    @Autowired
    private Town town;

    @Autowired
    private Enrolling enrolling;

    @Autowired
    private Learning learning;

    @Autowired
    private Learners learners;

    @Autowired
    private Progress progress;

    @Autowired
    private Assessment assessment;

    private Account official;
    private VersionId module;

    @BeforeEach
    void someoneLearns() {
        official = town.person(town.authority(null, false), Role.OFFICIAL);
        module = town.publish(Lessons.module(Lessons.name(), 3));
    }

    @Test
    void enrolsOnceHoweverManyWindowsAsk() {
        var outcomes = Flux.range(0, 12)
                .flatMap(
                        window -> as(official, enrolling.enrol(official, module.module(), Locale.ENGLISH))
                                .map(enrolment -> "enrolled")
                                .onErrorResume(Refused.class, refused -> Mono.just(code(refused))),
                        12)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(outcomes).containsOnlyOnce("enrolled");
        assertThat(outcomes).filteredOn(outcome -> !outcome.equals("enrolled")).containsOnly("enrolment.open");
        assertThat(town.count(
                        "select count(*) from progress.enrolment where official = ?",
                        official.id().value()))
                .isEqualTo(1);
    }

    @Test
    void reachesTheSameStateWhateverOrderLessonsComeInAtOnce() {
        var enrolment = enrol();
        Flux.fromStream(IntStream.range(0, 60).boxed())
                .flatMap(
                        step -> step % 2 == 0
                                ? as(official, learning.finishLesson(enrolment.id(), official.id(), 1 + step % 3))
                                : as(official, learning.openLesson(enrolment.id(), official.id(), 1 + step % 3)),
                        16)
                .blockLast(Duration.ofSeconds(30));
        var after = answer(official, progress.enrolment(enrolment.id(), official.id()));
        assertThat(after.state()).isEqualTo(State.QUIZ_OPEN);
        assertThat(after.done()).isEqualTo(3);
        assertThat(noted("lessons")).isEqualTo(3);
        assertThat(noted("lessons.housing")).isEqualTo(3);
    }

    @Test
    void completesInTheTransactionOfThePassingSubmission() {
        var enrolment = enrol();
        pass(enrolment);
        var after = answer(official, progress.enrolment(enrolment.id(), official.id()));
        assertThat(after.state()).isEqualTo(State.COMPLETED);
        assertThat(review(enrolment)).isEqualTo("none");
        assertThat(noted("completed")).isEqualTo(1);
        assertThat(noted("enrolled")).isEqualTo(1);
        assertThatThrownBy(this::enrol).isInstanceOf(Refused.class).hasMessage("enrolment.completed-already");
    }

    @Test
    void locksWhenAllGoesAreUsedAndOpensWhenACoordinatorGrantsOne() {
        var enrolment = enrol();
        finish(enrolment);
        for (int go = 0; go < 3; go++) {
            fail(enrolment);
        }
        assertThat(state(enrolment)).isEqualTo(State.LOCKED);
        assertThatThrownBy(() -> fail(enrolment)).isInstanceOf(Refused.class).hasMessage("enrolment.locked");

        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        answer(coordinator, learning.reset(enrolment.id(), coordinator));
        assertThat(state(enrolment)).isEqualTo(State.QUIZ_OPEN);
        pass(enrolment);
        assertThat(state(enrolment)).isEqualTo(State.COMPLETED);
    }

    @Test
    void givesNoNewGoesAndTakesNoLessonBackWhenSomeoneLeavesAndReturns() {
        var first = enrol();
        finish(first);
        fail(first);
        var open = answer(official, learning.startQuiz(first.id(), official.id()));
        answer(official, enrolling.withdraw(first.id(), official.id()));
        assertThat(answer(official, assessment.sheet(open.id(), official.id()))
                        .attempt()
                        .isGraded())
                .as("the open attempt counts as it is")
                .isTrue();

        var second = enrol();
        assertThat(second.state()).isEqualTo(State.QUIZ_OPEN);
        assertThat(answer(official, assessment.tries(official.id(), module, second.extraAttempts()))
                        .used())
                .isEqualTo(2);
        fail(second);
        assertThat(state(second)).isEqualTo(State.LOCKED);
        answer(official, enrolling.withdraw(second.id(), official.id()));
        assertThat(enrol().state()).isEqualTo(State.LOCKED);
        assertThat(noted("lessons")).isEqualTo(3);
    }

    @Test
    void checksPrerequisitesAndSaysWhichAreMissing() {
        var needed = Lessons.name();
        town.publish(Lessons.module(needed, 1));
        var advanced = town.publish(Lessons.module(
                Lessons.name(), "1.0.0", 1, "[{competency: HOU-3, min: 2}, {module: " + needed + "}]", 3, 0));
        assertThatThrownBy(() -> answer(official, enrolling.enrol(official, advanced.module(), Locale.ENGLISH)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.code())
                        .containsExactly("prerequisite.level.missing", "prerequisite.module.missing"));
        assertThat(town.count(
                        "select count(*) from progress.enrolment where official = ?",
                        official.id().value()))
                .isZero();
    }

    @Test
    void keepsProgressWhenTheLanguageChanges() {
        var text = Lessons.module(Lessons.name(), 2);
        module = town.publish(text, Lessons.translation(text, "el"));
        var enrolment = enrol();
        answer(official, learning.finishLesson(enrolment.id(), official.id(), 1));
        var greek = answer(official, learning.readIn(enrolment.id(), official.id(), "el"));
        assertThat(greek.language()).isEqualTo("el");
        assertThat(greek.done()).isEqualTo(1);
        assertThatThrownBy(() -> answer(official, learning.readIn(enrolment.id(), official.id(), "sl")))
                .isInstanceOf(Refused.class)
                .hasMessage("enrolment.no-such-edition");
    }

    @Test
    void findsAnEnrolmentOnlyForWhoseItIs() {
        var enrolment = enrol();
        var colleague = town.person(official.authority(), Role.OFFICIAL, Role.COORDINATOR);
        assertThatThrownBy(() -> answer(colleague, learning.openLesson(enrolment.id(), colleague.id(), 1)))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> answer(colleague, learning.startQuiz(enrolment.id(), colleague.id())))
                .isInstanceOf(Missing.class);
    }

    private Enrolment enrol() {
        return learners.enrol(official, module);
    }

    private void pass(Enrolment enrolment) {
        learners.pass(official, enrolment);
    }

    private void finish(Enrolment enrolment) {
        learners.finish(official, enrolment);
    }

    private Attempt fail(Enrolment enrolment) {
        return learners.fail(official, enrolment);
    }

    private State state(Enrolment enrolment) {
        return answer(official, progress.enrolment(enrolment.id(), official.id()))
                .state();
    }

    private String review(Enrolment enrolment) {
        return town.text(
                "select review from progress.completion where enrolment = ?",
                enrolment.id().value());
    }

    /** A figure of the official's authority: what is folded and what is only noted yet. */
    private long noted(String measure) {
        return town.count(
                """
                select coalesce(sum(amount), 0)
                  from (select amount from authorities.delta where authority = ? and measure = ?
                        union all
                        select amount from authorities.figure where authority = ? and measure = ?) as noted
                """, official.authority().value(), measure, official.authority().value(), measure);
    }

    private static String code(Refused refused) {
        return refused.problems().get(0).code();
    }
}
