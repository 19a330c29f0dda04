package eu.includeu.academy.review;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.progress.Completing;
import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Learning;
import eu.includeu.academy.review.Decision.Verdict;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Confirming or returning completions where the authority asks for it, and granting another go at a quiz. */
@Service
public class Reviews {

    private final Decisions decisions;
    private final Completing completing;
    private final Learning learning;
    private final Events events;
    private final Clock clock;

    Reviews(Decisions decisions, Completing completing, Learning learning, Events events, Clock clock) {
        this.decisions = decisions;
        this.completing = completing;
        this.learning = learning;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for this coordinator, longest first; never their own. */
    @Transactional(readOnly = true)
    public Mono<List<Waiting>> queue(Account me) {
        return decisions.waiting(me);
    }

    /** Who has used all goes at a quiz and waits for this coordinator, longest first. */
    @Transactional(readOnly = true)
    public Mono<List<Stuck>> stuck(Account me) {
        return decisions.stuck(me);
    }

    /** Confirms a completion: now it counts, and its certificate follows. */
    @Transactional
    public Mono<Completion> confirm(Completion.Id id, Account me, int seen) {
        return completing
                .confirm(id, me, seen)
                .delayUntil(completion ->
                        decisions.add(Decision.about(completion, Verdict.CONFIRMED, me.id(), clock.instant())));
    }

    /** Gives a completion back; the official reads why. */
    @Transactional
    public Mono<Completion> giveBack(Completion.Id id, Account me, int seen, String reason) {
        return completing
                .giveBack(id, me, seen, reason)
                .delayUntil(completion ->
                        decisions.add(Decision.about(completion, Verdict.RETURNED, me.id(), clock.instant())))
                .delayUntil(completion -> events.tell(returned(completion, clock.instant())));
    }

    /** The official asks for another look at the returned completion of an enrolment. */
    @Transactional
    public Mono<Completion> resubmit(Enrolment.Id id, Account.Id me) {
        return completing
                .resubmit(id, me)
                .delayUntil(completion ->
                        decisions.add(Decision.about(completion, Verdict.RESUBMITTED, me, clock.instant())));
    }

    /** Grants one more go at the quiz to somebody who has used them all. */
    @Transactional
    public Mono<Enrolment> reset(Enrolment.Id id, Account me, String reason) {
        return learning.reset(id, me)
                .delayUntil(enrolment -> decisions.add(Decision.reset(enrolment, reason, me.id(), clock.instant())));
    }

    private static CompletionReturned returned(Completion completion, Instant now) {
        return new CompletionReturned(
                completion.authority(),
                completion.id().value(),
                completion.official(),
                completion.subject(),
                completion.reason() == null ? "" : completion.reason(),
                now);
    }
}
