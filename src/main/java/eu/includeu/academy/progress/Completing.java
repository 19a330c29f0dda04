package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Completing a module, and what is decided about a completion where the authority asks for its review. */
@Service
public class Completing {

    private final Enrolments enrolments;
    private final Completions completions;
    private final Authorities authorities;
    private final Tally tally;
    private final Events events;
    private final Clock clock;

    Completing(
            Enrolments enrolments,
            Completions completions,
            Authorities authorities,
            Tally tally,
            Events events,
            Clock clock) {
        this.enrolments = enrolments;
        this.completions = completions;
        this.authorities = authorities;
        this.tally = tally;
        this.events = events;
        this.clock = clock;
    }

    /** Confirms a completion: now it counts. It was shown to the coordinator in the version that was seen. */
    @Transactional
    public Mono<Completion> confirm(Completion.Id id, Account coordinator, int seen) {
        return find(id, coordinator, seen)
                .map(completion -> completion.confirm(coordinator.id(), clock.instant()))
                .flatMap(completions::save)
                .delayUntil(this::confirmed);
    }

    /** Gives a completion back, for a reason. */
    @Transactional
    public Mono<Completion> giveBack(Completion.Id id, Account coordinator, int seen, String reason) {
        return find(id, coordinator, seen)
                .map(completion -> completion.giveBack(coordinator.id(), reason, clock.instant()))
                .flatMap(completions::save);
    }

    /** The official asks for another look at the returned completion of an enrolment. */
    @Transactional
    public Mono<Completion> resubmit(Enrolment.Id id, Account.Id me) {
        return completions.findOwn(id, me).map(Completion::resubmit).flatMap(completions::save);
    }

    /** The quiz is passed; the completion counts at once where nobody has to confirm it. */
    Mono<Void> complete(Enrolment enrolment, AttemptSubmitted quiz) {
        return enrolments
                .save(enrolment.pass(quiz.at()))
                .delayUntil(completed -> events.tell(completed(completed, quiz)))
                .zipWith(authorities.find(enrolment.authority()))
                .flatMap(both -> completions.insert(
                        both.getT1(),
                        quiz.score(),
                        both.getT2().reviewRequired() ? Completion.Review.TO_REVIEW : Completion.Review.NONE,
                        quiz.at()))
                .filter(Completion::counts)
                .flatMap(this::confirmed);
    }

    private Mono<Void> confirmed(Completion completion) {
        return tally.add(completion.authority(), "completed", clock.today(), 1)
                .then(events.tell(CompletionConfirmed.of(completion, clock.instant())));
    }

    private Mono<Completion> find(Completion.Id id, Account coordinator, int seen) {
        return completions
                .findBelow(id, coordinator)
                .filter(completion -> completion.version() == seen)
                .switchIfEmpty(Mono.error(() -> new Stale(id)));
    }

    private static EnrolmentCompleted completed(Enrolment enrolment, AttemptSubmitted quiz) {
        return new EnrolmentCompleted(
                enrolment.authority(), enrolment.official(), enrolment.subject().module(), quiz.at());
    }
}
