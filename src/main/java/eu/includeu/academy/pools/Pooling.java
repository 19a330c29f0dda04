package eu.includeu.academy.pools;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.demand.DemandMoved;
import eu.includeu.academy.platform.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Brings authorities together that lack the same: notices that they fill a session, asks each, and takes its answer. */
@Service
class Pooling {

    private final Pools pools;
    private final Clock clock;

    Pooling(Pools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /** In the transaction in which demand moves. */
    Mono<Void> look(List<DemandMoved.Group> groups) {
        return groups.isEmpty() ? Mono.empty() : pools.look(groups);
    }

    @Transactional(readOnly = true)
    public Mono<List<Pool.Invitation>> invitations(Account me) {
        return pools.invitations(me.coordinates());
    }

    @Transactional(readOnly = true)
    public Mono<Long> unanswered(Account me) {
        return pools.unanswered(me.coordinates());
    }

    @Transactional(readOnly = true)
    public Mono<List<Pool.Joined>> joined() {
        return pools.joined();
    }

    @Transactional(readOnly = true)
    public Mono<List<Pool>> open() {
        return pools.open();
    }

    /** Says yes or no for an authority, as a form sends it; a later answer takes the place of an earlier one. */
    @Transactional
    public Mono<Pool.Answer> answer(Pool.Id pool, Authority.Id authority, String given, Account me) {
        return pools.find(pool, authority, me.coordinates())
                .zipWhen(invitation -> Mono.fromSupplier(() -> Pool.Answer.given(given)))
                .delayUntil(both -> pools.answer(both.getT1(), both.getT2(), me.id(), clock.instant()))
                .map(both -> both.getT2());
    }
}
