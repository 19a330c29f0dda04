package eu.includeu.academy.assignments;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Asking officials to take a module by a date, taking that back, and noticing that the date has passed. */
@Service
public class Assigning {

    private static final Logger log = LoggerFactory.getLogger(Assigning.class);

    private final Assignments assignments;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Assigning(
            Assignments assignments,
            Authorities authorities,
            Catalogue catalogue,
            TransactionalOperator transaction,
            Clock clock) {
        this.assignments = assignments;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Assigns a module to people at or below an authority. Whoever has it already, or has completed it, gets nothing new;
     * whoever does not work there is missing.
     *
     * @param need for which it is, or null
     * @return how many were assigned anew
     */
    public Mono<Integer> assign(
            Account me,
            Authority.Id authority,
            String module,
            List<Account.Id> officials,
            @Nullable UUID need,
            LocalDate due) {
        var wanted = officials.stream().distinct().toList();
        return Mono.fromRunnable(() -> check(wanted, due))
                .then(catalogue.offer(module, me.language()))
                .flatMap(offer -> assignments
                        .people(me, authority, wanted)
                        .flatMap(members -> assignments.assign(
                                me.id(), members, module, offer.id().major(), need, due, clock.instant()))
                        .as(transaction::transactional));
    }

    /** What an official was asked to take and has not yet completed, the most urgent first. */
    public Mono<List<Asked>> asked(Account.Id me, Locale reader) {
        return assignments
                .of(me)
                .as(transaction::transactional)
                .zipWith(onOffer(reader), (mine, offers) -> mine.stream()
                        .flatMap(assignment -> Optional.ofNullable(offers.get(assignment.module()))
                                .map(offer -> new Asked(assignment, offer))
                                .stream())
                        .toList());
    }

    /** Takes an assignment back, for a reason. */
    @Transactional
    public Mono<Assignment> waive(Account me, Assignment.Id id, String reason) {
        return assignments
                .findBelow(id, me)
                .map(assignment -> assignment.waive(reason))
                .flatMap(assignments::save);
    }

    /** Shortly after midnight, and once after a start: a second node that does the same changes nothing. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Europe/Rome")
    @Scheduled(initialDelay = 30_000, fixedDelay = Long.MAX_VALUE)
    Mono<Void> everyNight() {
        return authorities
                .roots()
                .flatMapIterable(roots -> roots)
                .concatMap(this::expire)
                .doOnError(error -> log.warn("Overdue assignments were not marked: {}", error.toString()))
                .onErrorComplete()
                .then();
    }

    /** How many became overdue below this authority. */
    Mono<Long> expire(Authority.Id root) {
        return assignments.expire(clock.today()).as(transaction::transactional).contextWrite(Scope.job(root.value()));
    }

    private Mono<Map<String, Offer>> onOffer(Locale reader) {
        return catalogue.offers(reader.getLanguage()).map(offers -> offers.stream()
                .collect(Collectors.toMap(offer -> offer.id().module(), Function.identity())));
    }

    private void check(List<Account.Id> officials, LocalDate due) {
        Refused.checks()
                .when(officials.isEmpty(), "officials", "assignment.nobody")
                .when(!due.isAfter(clock.today()), "due", "assignment.due-past")
                .done();
    }
}
