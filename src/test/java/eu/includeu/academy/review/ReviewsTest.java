package eu.includeu.academy.review;

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
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Enrolment.State;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Progress;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reviewing what was completed, on a real PostgreSQL and many at once. */
@AcademyTest
class ReviewsTest {

    @Autowired
    private Town town;

    @Autowired
    private Learners learners;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Progress progress;

    private Account official;
    private VersionId module;

    @BeforeEach
    void someoneLearns() {
        official = town.person(town.authority(null, false), Role.OFFICIAL);
        module = town.publish(Lessons.module(Lessons.name(), 3));
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
        var waiting = answer(coordinator, reviews.queue(coordinator)).get(0);
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
        var again = answer(coordinator, reviews.queue(coordinator)).get(0);
        answer(coordinator, reviews.confirm(again.id(), coordinator, again.version()));
        assertThat(review(enrolment)).isEqualTo("confirmed");
        assertThat(noted("completed")).isEqualTo(1);
        assertThat(town.count(
                        "select count(*) from review.decision where enrolment = ? and (earlier is null) = (verdict = 'returned')",
                        enrolment.id().value()))
                .isEqualTo(3);
    }

    @Test
    void isReviewedOnceWhenTwoDecideAtOnce() {
        var authority = town.authority(null, true);
        official = town.person(authority, Role.OFFICIAL);
        var coordinator = town.person(authority, Role.COORDINATOR);
        pass(enrol());
        var waiting = answer(coordinator, reviews.queue(coordinator)).get(0);
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
        var id = Completion.Id.of(town.text(
                "select id::text from progress.completion where enrolment = ?",
                enrolment.id().value()));
        assertThatThrownBy(() -> answer(official, reviews.confirm(id, official, 0)))
                .isInstanceOf(Missing.class);
    }

    @Test
    void grantsOneMoreGoForAReason() {
        var enrolment = enrol();
        learners.finish(official, enrolment);
        for (int go = 0; go < 3; go++) {
            learners.fail(official, enrolment);
        }
        assertThat(state(enrolment)).isEqualTo(State.LOCKED);
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
    }

    private Enrolment enrol() {
        return learners.enrol(official, module);
    }

    private void pass(Enrolment enrolment) {
        learners.pass(official, enrolment);
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
}
