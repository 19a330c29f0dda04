package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.assessment.Sitting;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Taking a module: opening and finishing lessons, and sitting the quiz. */
@Service
public class Learning {

    private final Enrolments enrolments;
    private final Completing completing;
    private final Assessment assessment;
    private final Catalogue catalogue;
    private final Tally tally;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Learning(
            Enrolments enrolments,
            Completing completing,
            Assessment assessment,
            Catalogue catalogue,
            Tally tally,
            TransactionalOperator transaction,
            Clock clock) {
        this.enrolments = enrolments;
        this.completing = completing;
        this.assessment = assessment;
        this.catalogue = catalogue;
        this.tally = tally;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An enrolment before and after a step. */
    private record Step(Enrolment before, Enrolment after) {

        int newlyDone() {
            return after.done() - before.done();
        }

        boolean opensQuiz() {
            return before.state() != after.state() && after.state() == Enrolment.State.QUIZ_OPEN;
        }
    }

    /** Opens a lesson to read it, and takes note of that; one that is open already is only read. */
    public Mono<Enrolment> openLesson(Enrolment.Id id, Account.Id me, int lesson) {
        return find(id, me)
                .filter(enrolment -> enrolment.isOpen(lesson, clock.instant()))
                .switchIfEmpty(Mono.defer(() -> enrolments
                        .findToChange(id, me)
                        .delayUntil(this::leavePretest)
                        .map(enrolment -> enrolment.open(lesson, clock.instant()))
                        .flatMap(enrolments::save)
                        .as(transaction::transactional)));
    }

    /** Marks a lesson as done; again, or out of order, leads to the same state. */
    @Transactional
    public Mono<Enrolment> finishLesson(Enrolment.Id id, Account.Id me, int lesson) {
        return enrolments
                .findToChange(id, me)
                .delayUntil(this::leavePretest)
                .map(enrolment -> new Step(enrolment, enrolment.finish(lesson, clock.instant())))
                .delayUntil(step -> count(step))
                .zipWhen(step -> enrolments.save(step.after()))
                .flatMap(both -> both.getT1().opensQuiz() ? lockedIfUsedUp(id, me) : Mono.just(both.getT2()));
    }

    /** Goes on in another language, with all progress. */
    public Mono<Enrolment> readIn(Enrolment.Id id, Account.Id me, String language) {
        return find(id, me)
                .flatMap(enrolment -> catalogue.offer(enrolment.subject(), language))
                .filter(offer -> offer.isIn(language))
                .switchIfEmpty(Mono.error(() -> new Refused("enrolment.no-such-edition")))
                .flatMap(offer -> enrolments
                        .findToChange(id, me)
                        .map(enrolment -> enrolment.readIn(language))
                        .flatMap(enrolments::save)
                        .as(transaction::transactional));
    }

    /** Sits the quiz: goes on with the open attempt, or begins the next. */
    public Mono<Attempt> startQuiz(Enrolment.Id id, Account.Id me) {
        return find(id, me)
                .flatMap(enrolment -> catalogue.edition(enrolment.subject(), enrolment.language()))
                .flatMap(edition -> enrolments
                        .findToChange(id, me)
                        .map(Enrolment::sit)
                        .map(enrolment -> sitting(enrolment, edition))
                        .flatMap(assessment::sit)
                        .as(transaction::transactional));
    }

    /** Takes the test before the first lesson: goes on with it, or begins it. */
    public Mono<Attempt> startPretest(Enrolment.Id id, Account.Id me) {
        return find(id, me)
                .flatMap(enrolment -> catalogue.edition(enrolment.subject(), enrolment.language()))
                .flatMap(edition -> enrolments
                        .findToChange(id, me)
                        .map(Enrolment::begin)
                        .map(enrolment -> sitting(enrolment, edition))
                        .flatMap(assessment::sitPretest)
                        .as(transaction::transactional));
    }

    /** Whoever begins to read has begun to learn: a test that is still open can no longer say what was known before. */
    private Mono<Void> leavePretest(Enrolment enrolment) {
        return enrolment.state() == Enrolment.State.ENROLLED
                ? assessment.leavePretest(
                        enrolment.official(), enrolment.subject().module())
                : Mono.empty();
    }

    /** Grants one more go at the quiz to somebody who has used them all, and for whom this coordinator answers. */
    @Transactional
    public Mono<Enrolment> reset(Enrolment.Id id, Account coordinator) {
        return enrolments
                .findBelow(id, coordinator)
                .map(enrolment -> enrolment.reset(clock.instant()))
                .flatMap(enrolments::save);
    }

    /** A quiz was graded: the enrolment is completed, waits for the next go, or is locked. */
    @Transactional
    Mono<Void> graded(AttemptSubmitted quiz) {
        return enrolments
                .open(quiz.official(), quiz.version().module())
                .filter(enrolment -> enrolment.subject().equals(quiz.version()))
                .flatMap(enrolment -> quiz.passed() ? completing.complete(enrolment, quiz) : failed(enrolment, quiz));
    }

    private Mono<Void> failed(Enrolment enrolment, AttemptSubmitted quiz) {
        return quiz.last() ? enrolments.save(enrolment.lock(quiz.at())).then() : Mono.empty();
    }

    private Mono<Void> count(Step step) {
        var enrolment = step.after();
        return step.newlyDone() == 0
                ? Mono.empty()
                : tally.add(enrolment.authority(), "lessons", clock.today(), step.newlyDone())
                        .then(tally.add(
                                enrolment.authority(),
                                "lessons." + enrolment.theme(),
                                clock.today(),
                                step.newlyDone()));
    }

    /** The catalogue is asked after this and before the next transaction: nobody holds a connection while waiting for it. */
    private Mono<Enrolment> find(Enrolment.Id id, Account.Id me) {
        return enrolments.find(id, me).as(transaction::transactional);
    }

    private Mono<Enrolment> lockedIfUsedUp(Enrolment.Id id, Account.Id me) {
        return enrolments
                .findToChange(id, me)
                .zipWhen(enrolment -> assessment.tries(me, enrolment.subject(), enrolment.extraAttempts()))
                .flatMap(both -> both.getT2().isUsedUp()
                        ? enrolments.save(both.getT1().lock(clock.instant()))
                        : Mono.just(both.getT1()));
    }

    private static Sitting sitting(Enrolment enrolment, Edition edition) {
        return new Sitting(enrolment.authority(), enrolment.official(), edition, enrolment.extraAttempts());
    }
}
