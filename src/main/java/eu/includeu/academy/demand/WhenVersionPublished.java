package eu.includeu.academy.demand;

import eu.includeu.academy.catalogue.VersionPublished;
import eu.includeu.academy.platform.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something new is on offer: needs that it may serve are counted again. */
@Component("demandWhenVersionPublished")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenVersionPublished implements Listener<VersionPublished> {

    private final Recounting recounting;

    WhenVersionPublished(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Mono<Void> hear(VersionPublished version) {
        return recounting.published(version.id());
    }
}
