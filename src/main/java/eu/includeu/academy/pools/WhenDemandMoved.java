package eu.includeu.academy.pools;

import eu.includeu.academy.demand.DemandMoved;
import eu.includeu.academy.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** More or fewer lack the same: sessions are proposed, followed and given up. */
@Component
class WhenDemandMoved implements Listener<DemandMoved> {

    private final Pooling pooling;

    WhenDemandMoved(Pooling pooling) {
        this.pooling = pooling;
    }

    @Override
    public Mono<Void> hear(DemandMoved demand) {
        return pooling.look(demand.groups());
    }
}
