package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.progress.Decision.Verdict;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Confirming or returning completions where the authority asks for it, and granting another go at a quiz. */
@Service
public class Reviews {

    private final Completions completions;
    private final Enrolments enrolments;
    private final Learning learning;
    private final Events events;
    private final Clock clock;

    Reviews(Completions completions, Enrolments enrolments, Learning learning, Events events, Clock clock) {
        this.completions = completions;
        this.enrolments = enrolments;
        this.learning = learning;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for this coordinator, longest first; never their own. */
    @Transactional(readOnly = true)
    public Mono<List<Waiting>> queue(Account me) {
        return completions.queue(me);
    }

    /** Who has used all goes at a quiz and waits for this coordinator, longest first. */
    @Transactional(readOnly = true)
    public Mono<List<Stuck>> stuck(Account me) {
        return enrolments.stuck(me);
    }

    /** Confirms a completion: now it counts, and its certificate follows. */
    @Transactional
    public Mono<Completion> confirm(Completion.Id id, Account me, int seen) {
        return find(id, me, seen)
                .map(completion -> completion.confirm(me.id(), clock.instant()))
                .flatMap(completions::save)
                .delayUntil(completion ->
                        completions.record(Decision.about(completion, Verdict.CONFIRMED, me.id(), clock.instant())))
                .delayUntil(learning::confirmed);
    }

    /** Gives a completion back; the official reads why. */
    @Transactional
    public Mono<Completion> giveBack(Completion.Id id, Account me, int seen, String reason) {
        return find(id, me, seen)
                .map(completion -> completion.giveBack(me.id(), reason, clock.instant()))
                .flatMap(completions::save)
                .delayUntil(completion ->
                        completions.record(Decision.about(completion, Verdict.RETURNED, me.id(), clock.instant())))
                .delayUntil(completion -> events.tell(returned(completion, clock.instant())));
    }

    /** The official asks for another look at the returned completion of an enrolment. */
    @Transactional
    public Mono<Completion> resubmit(Enrolment.Id id, Account.Id me) {
        return completions
                .findOwn(id, me)
                .map(Completion::resubmit)
                .flatMap(completions::save)
                .delayUntil(completion ->
                        completions.record(Decision.about(completion, Verdict.RESUBMITTED, me, clock.instant())));
    }

    /** Grants one more go at the quiz to somebody who has used them all. */
    @Transactional
    public Mono<Enrolment> reset(Enrolment.Id id, Account me, String reason) {
        return enrolments
                .findBelow(id, me)
                .map(enrolment -> enrolment.reset(clock.instant()))
                .delayUntil(
                        enrolment -> completions.record(Decision.reset(enrolment, reason, me.id(), clock.instant())))
                .flatMap(enrolments::save);
    }

    private Mono<Completion> find(Completion.Id id, Account me, int seen) {
        return completions
                .findBelow(id, me)
                .filter(completion -> completion.version() == seen)
                .switchIfEmpty(Mono.error(() -> new Stale(id)));
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
