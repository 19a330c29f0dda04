package eu.includeu.academy.capacity;

import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.CompletionConfirmed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody holds new rungs: the needs of the house for these competencies are to be looked at again. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenCompletionConfirmed implements Listener<CompletionConfirmed> {

    private final Catalogue catalogue;
    private final Settling settling;

    WhenCompletionConfirmed(Catalogue catalogue, Settling settling) {
        this.catalogue = catalogue;
        this.settling = settling;
    }

    @Override
    public Mono<Void> hear(CompletionConfirmed completion) {
        return catalogue
                .offer(completion.version(), completion.language())
                .flatMap(offer -> settling.lookAgain(completion.authority(), offer.rungs()));
    }
}
