package eu.includeu.academy.assessment;

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
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attempts and answers on a real PostgreSQL, many at once. */
@AcademyTest
class AssessmentTest {

    @Autowired
    private Town town;

    @Autowired
    private Assessment assessment;

    @Autowired
    private Catalogue catalogue;

    private Account official;
    private VersionId module;

    @BeforeEach
    void someoneSitsAQuiz() {
        official = town.person(town.authority(null, false), Role.OFFICIAL);
        module = town.publish(Lessons.module(Lessons.name(), 2));
    }

    @Test
    void keepsTheHighestOfManyAnswersInWhateverOrderTheyArrive() {
        var attempt = sit();
        var sequences = IntStream.rangeClosed(1, 200).boxed().collect(Collectors.toList());
        Collections.shuffle(sequences, new Random(1));
        var outcomes = Flux.fromIterable(sequences)
                .flatMap(
                        sequence -> as(official, save(attempt, 4, sequence, "answer " + sequence))
                                .map(kept -> "saved " + kept.sequence())
                                .onErrorResume(Stale.class, stale -> Mono.just("replaced " + sequence)),
                        64)
                .collectList()
                .block(Duration.ofSeconds(60));
        var kept = requireNonNull(sheet(attempt).given().get(4));
        assertThat(kept.sequence()).isEqualTo(200);
        assertThat(kept.answer()).isEqualTo(Answer.of("answer 200"));
        assertThat(outcomes).hasSize(200).contains("saved 200");
    }

    @Test
    void hasTheSameEffectOnceOrTwiceUnderOneKey() {
        var attempt = sit();
        var given = new Given(UUID.randomUUID(), 1, Answer.of("a"));
        var first = answer(official, assessment.answer(attempt.id(), official.id(), 0, given, Locale.ENGLISH));
        var again = answer(official, assessment.answer(attempt.id(), official.id(), 0, given, Locale.ENGLISH));
        assertThat(again).isEqualTo(first);
        assertThat(town.count(
                        "select count(*) from assessment.answer where attempt = ?",
                        attempt.id().value()))
                .isEqualTo(1);
    }

    @Test
    void neverCallsSavedWhatAnotherWindowHasReplaced() {
        var attempt = sit();
        answer(official, save(attempt, 4, 1, "from one window"));
        assertThatThrownBy(() -> answer(official, save(attempt, 4, 1, "from another")))
                .isInstanceOf(Stale.class);
        answer(official, save(attempt, 4, 2, "after a reload"));
        assertThat(sheet(attempt).answers()).containsEntry(4, Answer.of("after a reload"));
    }

    @Test
    void gradesOnceWhenItIsHandedInTwiceAtOnce() {
        var attempt = sit();
        var outcomes = Flux.range(0, 12)
                .flatMap(
                        time -> as(official, assessment.submit(attempt.id(), official.id(), attempt.version()))
                                .map(graded -> "graded")
                                .onErrorResume(Refused.class, refused -> Mono.just("refused"))
                                .onErrorResume(Stale.class, stale -> Mono.just("stale")),
                        12)
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(outcomes).containsOnlyOnce("graded");
        assertThat(town.count(
                        "select version from assessment.attempt where id = ?",
                        attempt.id().value()))
                .isEqualTo(1);
    }

    @Test
    void takesNoAnswerAfterTheEndAndChangesNothing() {
        var attempt = sit();
        answer(official, save(attempt, 4, 1, "in time"));
        answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
        assertThatThrownBy(() -> answer(official, save(attempt, 4, 2, "too late")))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.already-submitted");
        assertThat(sheet(attempt).answers()).containsEntry(4, Answer.of("in time"));
    }

    /** An answer and the submission at the same moment: either the answer counts, or it was refused; never neither. */
    @Test
    void losesNoAcknowledgedAnswerToASubmissionAtTheSameMoment() {
        for (int round = 0; round < 20; round++) {
            var official = town.person(town.authority(null, false), Role.OFFICIAL);
            var attempt = answer(official, assessment.sit(sitting(official)));
            var saved = as(
                            official,
                            assessment.answer(
                                    attempt.id(),
                                    official.id(),
                                    2,
                                    new Given(UUID.randomUUID(), 1, Answer.of("true")),
                                    Locale.ENGLISH))
                    .map(kept -> true)
                    .onErrorReturn(Refused.class, false);
            var graded = as(official, assessment.submit(attempt.id(), official.id(), 0));
            var both = requireNonNull(Mono.zip(saved, graded).block(Duration.ofSeconds(20)));
            var grade = requireNonNull(both.getT2().grade());
            assertThat(grade.marks().get(2).answered()).isEqualTo(both.getT1());
        }
    }

    @Test
    void guardsTheSubmissionByTheVersionThatWasSeen() {
        var attempt = sit();
        assertThatThrownBy(() -> answer(official, assessment.submit(attempt.id(), official.id(), 7)))
                .isInstanceOf(Stale.class);
        assertThat(sheet(attempt).attempt().isGraded()).isFalse();
    }

    @Test
    void keepsEachAttemptToWhoseItIs() {
        var attempt = sit();
        var colleague = town.person(official.authority(), Role.OFFICIAL);
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        for (var other : List.of(colleague, coordinator)) {
            assertThatThrownBy(() -> answer(other, assessment.sheet(attempt.id(), other.id())))
                    .isInstanceOf(Missing.class);
            assertThatThrownBy(() -> answer(other, assessment.sheet(attempt.id(), official.id())))
                    .as("the second line holds when the first is forgotten")
                    .isInstanceOf(Missing.class);
            assertThatThrownBy(() -> answer(
                            other,
                            assessment.answer(
                                    attempt.id(),
                                    other.id(),
                                    0,
                                    new Given(UUID.randomUUID(), 9, Answer.of("b")),
                                    Locale.ENGLISH)))
                    .isInstanceOf(Missing.class);
            assertThatThrownBy(() -> answer(other, assessment.submit(attempt.id(), other.id(), 0)))
                    .isInstanceOf(Missing.class);
        }
        assertThat(sheet(attempt).given()).isEmpty();
    }

    @Test
    void goesOnWithTheOpenAttemptWithTheSamePaper() {
        var first = sit();
        assertThat(sit().id()).isEqualTo(first.id());
        assertThat(sit().paper()).isEqualTo(first.paper());
        assertThat(town.count(
                        "select seed from assessment.attempt where id = ?",
                        first.id().value()))
                .isNotZero();
    }

    @Test
    void countsGoesOverAllVersionsOfOneMajorNumber() {
        var name = Lessons.name();
        var first = town.publish(Lessons.module(name, "1.0.0", 2, "[]", 2, 0));
        use(first);
        var second = town.publish(Lessons.module(name, "1.1.0", 2, "[]", 2, 0));
        use(second);
        assertThatThrownBy(() -> use(second)).isInstanceOf(Refused.class).hasMessage("attempt.used-up");
        var third = town.publish(Lessons.module(name, "2.0.0", 2, "[]", 2, 0));
        use(third);
    }

    @Test
    void makesWhoeverFailedWait() {
        var waiting = town.publish(Lessons.module(Lessons.name(), "1.0.0", 2, "[]", 3, 24));
        use(waiting);
        assertThatThrownBy(() -> use(waiting)).isInstanceOf(Refused.class).hasMessage("attempt.wait");
        town.change(
                "update assessment.attempt set submitted = submitted - interval '24 hours' where official = ?",
                official.id().value());
        use(waiting);
    }

    private void use(VersionId version) {
        var attempt =
                answer(official, assessment.sit(new Sitting(official.authority(), official.id(), edition(version), 0)));
        answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
    }

    private Attempt sit() {
        return answer(official, assessment.sit(sitting(official)));
    }

    private Sitting sitting(Account whose) {
        return new Sitting(whose.authority(), whose.id(), edition(module), 0);
    }

    private Edition edition(VersionId version) {
        return requireNonNull(catalogue.edition(version, "en").block(Duration.ofSeconds(20)));
    }

    private Sheet sheet(Attempt attempt) {
        return answer(official, assessment.sheet(attempt.id(), official.id()));
    }

    private Mono<Given> save(Attempt attempt, int number, int sequence, String text) {
        var given = new Given(UUID.randomUUID(), sequence, Answer.of(text));
        return assessment.answer(attempt.id(), official.id(), number, given, Locale.ENGLISH);
    }
}
