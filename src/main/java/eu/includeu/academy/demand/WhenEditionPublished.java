package eu.includeu.academy.demand;

import eu.includeu.academy.catalogue.EditionPublished;
import eu.includeu.academy.platform.Listener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** There is a further language: needs that wait for it in this language are counted again. */
@Component("demandWhenEditionPublished")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenEditionPublished implements Listener<EditionPublished> {

    private final Recounting recounting;

    WhenEditionPublished(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Mono<Void> hear(EditionPublished edition) {
        return recounting.published(edition.id());
    }
}
