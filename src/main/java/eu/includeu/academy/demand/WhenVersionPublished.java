package eu.includeu.academy.demand;

import eu.includeu.academy.catalogue.VersionPublished;
import eu.includeu.academy.platform.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something new is on offer: needs that it may serve are counted again, and briefs that it covers are delivered. */
@Component("demandWhenVersionPublished")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenVersionPublished implements Listener<VersionPublished> {

    private final Recounting recounting;
    private final Briefing briefing;

    WhenVersionPublished(Recounting recounting, Briefing briefing) {
        this.recounting = recounting;
        this.briefing = briefing;
    }

    @Override
    public Mono<Void> hear(VersionPublished version) {
        return recounting.published(version.id()).flatMap(briefing::deliver);
    }
}
