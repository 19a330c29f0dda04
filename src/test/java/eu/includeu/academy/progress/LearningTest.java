package eu.includeu.academy.progress;

import static eu.includeu.academy.Town.answer;
import static eu.includeu.academy.Town.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Given;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.progress.Enrolment.State;
import eu.includeu.academy.questions.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Taking modules, assigning and reviewing them, on a real PostgreSQL and many at once. */
@AcademyTest
class LearningTest {

    @Autowired
    private Town town;

    @Autowired
    private Enrolling enrolling;

    @Autowired
    private Learning learning;

    @Autowired
    private Assigning assigning;

    @Autowired
    private Reviews reviews;

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

        var stranger = town.person(town.authority(null, false), Role.COORDINATOR);
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        assertThatThrownBy(() -> answer(stranger, reviews.reset(enrolment.id(), stranger, "Why not")))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> answer(coordinator, reviews.reset(enrolment.id(), coordinator, " ")))
                .isInstanceOf(Refused.class)
                .hasMessage("review.no-reason");
        assertThat(state(enrolment)).isEqualTo(State.LOCKED);
        assertThat(answer(coordinator, reviews.stuck(coordinator))).hasSize(1);
        answer(coordinator, reviews.reset(enrolment.id(), coordinator, "Was ill on the day"));
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
    void waitsForACoordinatorWhereTheAuthorityAsksForReview() {
        var authority = town.authority(null, true);
        official = town.person(authority, Role.OFFICIAL);
        var coordinator = town.person(authority, Role.COORDINATOR, Role.OFFICIAL);
        var stranger = town.person(town.authority(null, false), Role.COORDINATOR);
        var enrolment = enrol();
        pass(enrolment);
        assertThat(review(enrolment)).isEqualTo("to_review");
        assertThat(noted("completed")).isZero();

        assertThat(answer(stranger, reviews.queue(stranger))).isEmpty();
        var waiting = answer(coordinator, reviews.queue(coordinator)).get(0).completion();
        assertThatThrownBy(() -> answer(stranger, reviews.confirm(waiting.id(), stranger, 0)))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> answer(coordinator, reviews.giveBack(waiting.id(), coordinator, 0, "")))
                .isInstanceOf(Refused.class)
                .hasMessage("review.no-reason");

        answer(coordinator, reviews.giveBack(waiting.id(), coordinator, 0, "Read lesson 2 again"));
        assertThatThrownBy(() -> answer(coordinator, reviews.confirm(waiting.id(), coordinator, 0)))
                .as("decided once")
                .isInstanceOf(Stale.class);
        var next = answer(official, progress.next(answer(official, progress.enrolment(enrolment.id(), official.id()))));
        assertThat(next.kind()).isEqualTo(Next.Kind.RETURNED);
        assertThat(next.reason()).isEqualTo("Read lesson 2 again");

        answer(official, reviews.resubmit(enrolment.id(), official.id()));
        var again = answer(coordinator, reviews.queue(coordinator)).get(0).completion();
        answer(coordinator, reviews.confirm(again.id(), coordinator, again.version()));
        assertThat(review(enrolment)).isEqualTo("confirmed");
        assertThat(noted("completed")).isEqualTo(1);
        assertThat(town.count(
                        "select count(*) from progress.decision where enrolment = ? and (earlier is null) = (verdict = 'returned')",
                        enrolment.id().value()))
                .isEqualTo(3);
    }

    @Test
    void isReviewedOnceWhenTwoDecideAtOnce() {
        var authority = town.authority(null, true);
        official = town.person(authority, Role.OFFICIAL);
        var coordinator = town.person(authority, Role.COORDINATOR);
        pass(enrol());
        var waiting = answer(coordinator, reviews.queue(coordinator)).get(0).completion();
        var outcomes = Flux.range(0, 8)
                .flatMap(
                        window -> as(coordinator, reviews.confirm(waiting.id(), coordinator, waiting.version()))
                                .map(confirmed -> "confirmed")
                                .onErrorResume(Stale.class, stale -> Mono.just("stale")),
                        8)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(outcomes).containsOnlyOnce("confirmed").contains("stale");
        assertThat(noted("completed")).isEqualTo(1);
    }

    @Test
    void nobodyReviewsTheirOwn() {
        var authority = town.authority(null, true);
        official = town.person(authority, Role.COORDINATOR, Role.OFFICIAL);
        var enrolment = enrol();
        pass(enrolment);
        assertThat(answer(official, reviews.queue(official))).isEmpty();
        var id = new Completion.Id(uuid("select id from progress.completion where enrolment = ?", enrolment));
        assertThatThrownBy(() -> answer(official, reviews.confirm(id, official, 0)))
                .isInstanceOf(Missing.class);
    }

    @Test
    void assignsToTheOwnPeopleOnceAndFollowsThemToTheEnd() {
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        var stranger = town.person(town.authority(null, false), Role.OFFICIAL);
        var need = UUID.randomUUID();
        var due = LocalDate.now().plusDays(30);
        var colleague = town.person(official.authority(), Role.OFFICIAL);
        answer(colleague, enrolling.enrol(colleague, module.module(), Locale.ENGLISH));

        assertThatThrownBy(() -> assign(coordinator, List.of(official.id(), stranger.id()), need, due))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> assign(coordinator, List.of(), need, LocalDate.now()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("officials", "due"));
        assertThat(town.count("select count(*) from progress.assignment where module = ?", module.module()))
                .isZero();

        assertThat(assign(coordinator, List.of(official.id(), colleague.id(), official.id()), need, due))
                .isEqualTo(2);
        assertThat(assign(coordinator, List.of(official.id(), colleague.id()), need, due))
                .isZero();
        assertThat(assigned("assigned")).isEqualTo(1);
        assertThat(assigned("active")).isEqualTo(1);

        pass(enrol());
        assertThat(assigned("done")).isEqualTo(1);
        assertThat(assign(coordinator, List.of(official.id()), need, due))
                .as("whoever has completed it is not asked again")
                .isZero();
    }

    @Test
    void noticesWhatIsOverdueAndStillLetsItBeDone() {
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        assign(coordinator, List.of(official.id()), null, LocalDate.now().plusDays(1));
        town.change("update progress.assignment set due = current_date - 1 where module = ?", module.module());
        assertThat(assigning.expire(official.authority()).block(Duration.ofSeconds(10)))
                .isEqualTo(1);
        assertThat(assigned("overdue")).isEqualTo(1);
        pass(enrol());
        assertThat(assigned("done")).isEqualTo(1);
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
        return answer(official, enrolling.enrol(official, module.module(), Locale.ENGLISH));
    }

    private void finish(Enrolment enrolment) {
        for (int lesson = 1; lesson <= enrolment.lessons().size(); lesson++) {
            answer(official, learning.finishLesson(enrolment.id(), official.id(), lesson));
        }
    }

    private Attempt fail(Enrolment enrolment) {
        var attempt = answer(official, learning.startQuiz(enrolment.id(), official.id()));
        return answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
    }

    private void pass(Enrolment enrolment) {
        finish(enrolment);
        var attempt = answer(official, learning.startQuiz(enrolment.id(), official.id()));
        var questions = attempt.paper().questions();
        for (int number = 0; number < questions.size(); number++) {
            var question = questions.get(number);
            var right = question.options().stream()
                    .filter(option -> option.text().startsWith("RIGHT"))
                    .map(option -> option.id())
                    .toArray(String[]::new);
            var given =
                    switch (question.kind()) {
                        case "TrueFalse" -> Answer.of("true");
                        case "Numeric" -> Answer.of("1.5");
                        case "ShortText" -> Answer.of("secret-word, with comma");
                        default -> Answer.of(right);
                    };
            answer(
                    official,
                    assessment.answer(
                            attempt.id(),
                            official.id(),
                            number,
                            new Given(UUID.randomUUID(), 1, given),
                            Locale.ENGLISH));
        }
        var graded = answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
        assertThat(requireNonNull(graded.grade()).share().percent()).isEqualTo(100);
    }

    private int assign(Account coordinator, List<Account.Id> officials, @Nullable UUID need, LocalDate due) {
        return answer(
                coordinator,
                assigning.assign(coordinator, official.authority(), module.module(), officials, need, due));
    }

    private long assigned(String state) {
        return town.count(
                "select count(*) from progress.assignment where module = ? and state = ?", module.module(), state);
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

    private UUID uuid(String sql, Enrolment enrolment) {
        return UUID.fromString(town.text(sql, enrolment.id().value()));
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
