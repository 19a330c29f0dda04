package eu.includeu.academy.briefs;

import eu.includeu.academy.catalogue.VersionPublished;
import eu.includeu.academy.platform.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something new is on offer: briefs that it covers are delivered. */
@Component("briefsWhenVersionPublished")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenVersionPublished implements Listener<VersionPublished> {

    private final Briefing briefing;

    WhenVersionPublished(Briefing briefing) {
        this.briefing = briefing;
    }

    @Override
    public Mono<Void> hear(VersionPublished version) {
        return briefing.deliver(version.id());
    }
}
