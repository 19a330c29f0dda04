package eu.includeu.academy.certificates;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.CompletionConfirmed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Issues the certificate in the transaction that confirms the completion; needs are looked at afterwards. */
@Component
@Order(10)
class WhenCompletionConfirmed implements Listener<CompletionConfirmed> {

    private final Certifying certifying;

    WhenCompletionConfirmed(Certifying certifying) {
        this.certifying = certifying;
    }

    @Override
    public Mono<Void> hear(CompletionConfirmed completion) {
        return certifying.issue(completion);
    }
}
