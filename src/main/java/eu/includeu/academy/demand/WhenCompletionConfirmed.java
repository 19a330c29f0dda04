package eu.includeu.academy.demand;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.CompletionConfirmed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody holds new rungs: needs of the house that these fill, or that build on them, are counted again. */
@Component("demandWhenCompletionConfirmed")
@Order(Ordered.LOWEST_PRECEDENCE)
class WhenCompletionConfirmed implements Listener<CompletionConfirmed> {

    private final Recounting recounting;

    WhenCompletionConfirmed(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Mono<Void> hear(CompletionConfirmed completion) {
        return recounting.learned(completion.authority(), completion.version());
    }
}
