package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.evidence.Evidence;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Beginning to take a module, and giving it up. */
@Service
public class Enrolling {

    private final Enrolments enrolments;
    private final Completions completions;
    private final Assessment assessment;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final Evidence evidence;
    private final Tally tally;
    private final Events events;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Enrolling(
            Enrolments enrolments,
            Completions completions,
            Assessment assessment,
            Catalogue catalogue,
            Competencies competencies,
            Evidence evidence,
            Tally tally,
            Events events,
            TransactionalOperator transaction,
            Clock clock) {
        this.enrolments = enrolments;
        this.completions = completions;
        this.assessment = assessment;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.evidence = evidence;
        this.tally = tally;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is asked before an enrolment begins. */
    private record Entry(Offer offer, Past past, List<Prerequisite> prerequisites) {

        /** Refuses what breaks a rule: first a second enrolment, then a closed module, then everything that is missing. */
        Entry check(LocalDate today) {
            past.mayEnrol(offer.id());
            Refused.when(!offer.takesEnrolments(today), "enrolment.closed");
            var missing = prerequisites.stream()
                    .filter(prerequisite -> !prerequisite.met())
                    .map(Prerequisite::problem)
                    .toList();
            if (!missing.isEmpty()) {
                throw new Refused(missing);
            }
            return this;
        }
    }

    /** Begins to take the newest version of a module, in the reader's language if there is an edition in it. */
    public Mono<Enrolment> enrol(Account me, String module, Locale reader) {
        return Mono.zip(catalogue.offer(module, reader.getLanguage()), naming(reader))
                .flatMap(both -> begin(me, both.getT1(), both.getT2()).as(transaction::transactional));
    }

    /** Gives a module up. An open attempt at its quiz counts as it is, so that leaving brings no new goes. */
    @Transactional
    public Mono<Enrolment> withdraw(Enrolment.Id id, Account.Id me) {
        return enrolments
                .find(id, me)
                .delayUntil(
                        enrolment -> assessment.abandon(me, enrolment.subject().module()))
                .flatMap(enrolment -> enrolments.findToChange(id, me))
                .map(enrolment -> enrolment.withdraw(clock.instant()))
                .flatMap(enrolments::save)
                .delayUntil(enrolment -> tally.add(enrolment.authority(), "enrolled", clock.today(), -1));
    }

    /** What a module requires, and how this official stands to it. */
    public Mono<List<Prerequisite>> prerequisites(Account.Id me, Offer offer, Locale reader) {
        return naming(reader).flatMap(naming -> prerequisites(me, offer, naming).as(transaction::transactional));
    }

    /** What a module requires, for a visitor. */
    public Mono<List<Prerequisite>> prerequisites(Offer offer, Locale reader) {
        return naming(reader).map(naming -> Prerequisite.of(offer, Prerequisite.Held.NOTHING, naming));
    }

    private Mono<Enrolment> begin(Account me, Offer offer, Prerequisite.Naming naming) {
        return enrolments
                .past(me.id(), offer.id().module())
                .zipWhen(
                        past -> prerequisites(me.id(), offer, naming),
                        (past, prerequisites) -> new Entry(offer, past, prerequisites))
                .map(entry -> entry.check(clock.today()))
                .flatMap(entry -> enrolments.insert(me, offer, entry.past(), clock.instant()))
                .flatMap(this::lockedIfUsedUp)
                .delayUntil(enrolment -> tally.add(enrolment.authority(), "enrolled", clock.today(), 1))
                .delayUntil(this::tellEnrolled);
    }

    private Mono<List<Prerequisite>> prerequisites(Account.Id me, Offer offer, Prerequisite.Naming naming) {
        return evidence.held(me)
                .zipWhen(levels -> completions.modules(me), Prerequisite.Held::new)
                .map(held -> Prerequisite.of(offer, held, naming));
    }

    /** The catalogue is asked before a transaction begins: nobody holds a connection while waiting for it. */
    private Mono<Prerequisite.Naming> naming(Locale reader) {
        return catalogue
                .offers(reader.getLanguage())
                .map(offers -> offers.stream()
                        .collect(Collectors.toMap(offer -> offer.id().module(), Offer::title)))
                .map(titles -> new Prerequisite.Naming(
                        competency -> competencies.find(competency).name(reader),
                        module -> titles.getOrDefault(module, module)));
    }

    /** Whoever comes back with all lessons done and no go left waits for a coordinator. */
    private Mono<Enrolment> lockedIfUsedUp(Enrolment enrolment) {
        return enrolment.state() == Enrolment.State.QUIZ_OPEN
                ? assessment
                        .tries(enrolment.official(), enrolment.subject(), enrolment.extraAttempts())
                        .filter(tries -> tries.isUsedUp())
                        .map(tries -> enrolment.lock(clock.instant()))
                        .flatMap(enrolments::save)
                        .defaultIfEmpty(enrolment)
                : Mono.just(enrolment);
    }

    private Mono<Void> tellEnrolled(Enrolment enrolment) {
        return events.tell(new Enrolled(
                enrolment.authority(), enrolment.official(), enrolment.subject().module(), enrolment.enrolled()));
    }
}
