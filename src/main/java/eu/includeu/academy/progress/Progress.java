package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reading how far an official has come. It changes nothing. */
@Service
public class Progress {

    private final Enrolments enrolments;
    private final Completions completions;
    private final Assessment assessment;
    private final Catalogue catalogue;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Progress(
            Enrolments enrolments,
            Completions completions,
            Assessment assessment,
            Catalogue catalogue,
            TransactionalOperator transaction,
            Clock clock) {
        this.enrolments = enrolments;
        this.completions = completions;
        this.assessment = assessment;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything an official takes or has completed, what was touched last first. */
    public Mono<List<Taken>> mine(Account.Id me) {
        return enrolments
                .of(me)
                .as(transaction::transactional)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::taken)
                .collectList();
    }

    /** The enrolment of an official. */
    @Transactional(readOnly = true)
    public Mono<Enrolment> enrolment(Enrolment.Id id, Account.Id me) {
        return enrolments.find(id, me);
    }

    /** What an official takes of a module now, or took last and did not give up; nothing if there is none. */
    @Transactional(readOnly = true)
    public Mono<Optional<Enrolment>> in(Account.Id me, String module) {
        return enrolments.past(me, module).map(past -> past.enrolments().stream()
                .filter(enrolment -> enrolment.state() != Enrolment.State.WITHDRAWN)
                .findFirst());
    }

    /** The one thing to do next in an enrolment. */
    @Transactional(readOnly = true)
    public Mono<Next> next(Enrolment enrolment) {
        var me = enrolment.official();
        return assessment
                .tries(me, enrolment.subject(), enrolment.extraAttempts())
                .zipWhen(tries -> assessment.latest(me, enrolment.subject()))
                .zipWhen(
                        both -> completions.of(enrolment),
                        (both, completion) -> Next.in(
                                enrolment, both.getT1(), both.getT2(), completion, clock.instant(), Clock.ZONE));
    }

    private Mono<Taken> taken(Enrolment enrolment) {
        return Mono.zip(
                catalogue.offer(enrolment.subject(), enrolment.language()),
                catalogue.edition(enrolment.subject(), enrolment.language()),
                (offer, edition) -> new Taken(enrolment, offer, edition));
    }
}
