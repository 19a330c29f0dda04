package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to needs by itself: begun with the first enrolment, met with the last place filled, late with the day. */
@Service
class Settling {

    private final Needs needs;
    private final Recounts recounts;
    private final Members members;
    private final Ledger ledger;
    private final Authorities authorities;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Settling(
            Needs needs,
            Recounts recounts,
            Members members,
            Ledger ledger,
            Authorities authorities,
            Clock clock,
            TransactionalOperator transaction) {
        this.needs = needs;
        this.recounts = recounts;
        this.members = members;
        this.ledger = ledger;
        this.authorities = authorities;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<List<Authority.Id>> roots() {
        return authorities.roots();
    }

    /** In the transaction of an enrolment. */
    Mono<Void> start(Authority.Id authority, List<UUID> assignedFor, Account.Id official) {
        return needs.inHouse(authority, assignedFor)
                .flatMapIterable(found -> found)
                .filter(need -> need.may(Need.Event.START))
                .concatMap(need -> begin(need, official))
                .then();
    }

    private Mono<Need> begin(Need need, Account.Id official) {
        var begun = need.apply(Need.Event.START, Need.Circumstances.on(clock.today(), 0));
        return ledger.step(
                need, begun, Need.Event.START, official, Map.of(), NeedEvent.automatic(need, Need.Event.START));
    }

    /** In the transaction of a completion, which sees no colleague: the counting is left to {@link #settle}. */
    Mono<Void> lookAgain(Authority.Id authority, List<Rung> rungs) {
        return recounts.add(
                authority, rungs.stream().map(Rung::competency).distinct().toList());
    }

    /** Takes up what was noted below this root, and settles the needs it touches; with the scope of the root. */
    @Transactional
    public Mono<Integer> settle() {
        return recounts.take()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::settleAll)
                .reduce(0, Integer::sum);
    }

    /** Settles what the calendar has changed below this root: deadlines that have passed, evidence that has ended. */
    Mono<Integer> settleDue() {
        return sliceBySlice(slice -> recounts.due(slice, clock.today())
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::settleOne)
                .reduce(0, Integer::sum));
    }

    /** Counts again what has drifted below this root; gives how many needs that were. */
    Mono<Integer> recount() {
        return sliceBySlice(slice -> recounts.drifted(slice)
                .flatMapMany(Flux::fromIterable)
                .concatMap(need -> settleOne(need).thenReturn(1))
                .reduce(0, Integer::sum));
    }

    /** Each slice in a transaction of its own, so that none grows with the academy. */
    private Mono<Integer> sliceBySlice(Function<Recounts.Slice, Mono<Integer>> work) {
        return recounts.slices()
                .collectList()
                .as(transaction::transactional)
                .flatMapMany(Flux::fromIterable)
                .concatMap(slice -> work.apply(slice).as(transaction::transactional))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> settleAll(Recounts.Recount recount) {
        return needs.of(recount.authority(), recount.competency())
                .zipWith(Mono.zip(members.of(recount.authority()), members.listed(recount.authority())))
                .flatMapMany(both -> Flux.fromIterable(both.getT1())
                        .concatMap(need -> settle(
                                need,
                                both.getT2().getT1().about(both.getT2().getT2().of(need.id())))))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> settleOne(Need need) {
        return members.of(need).flatMap(staff -> settle(need, staff));
    }

    private Mono<Integer> settle(Need need, Staff staff) {
        return ledger.settle(need, staff.coverage(need.terms())).map(settled -> settled.version() - need.version());
    }
}
