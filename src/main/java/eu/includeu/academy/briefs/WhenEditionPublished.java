package eu.includeu.academy.briefs;

import eu.includeu.academy.catalogue.EditionPublished;
import eu.includeu.academy.platform.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** There is a further language: briefs that it covers are delivered. */
@Component("briefsWhenEditionPublished")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenEditionPublished implements Listener<EditionPublished> {

    private final Briefing briefing;

    WhenEditionPublished(Briefing briefing) {
        this.briefing = briefing;
    }

    @Override
    public Mono<Void> hear(EditionPublished edition) {
        return briefing.deliver(edition.id());
    }
}
