package eu.includeu.academy.gains;

import eu.includeu.academy.assessment.PretestSubmitted;
import eu.includeu.academy.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes down where somebody begins, in the same transaction as the test. */
@Component
class WhenPretestSubmitted implements Listener<PretestSubmitted> {

    private final Measuring measuring;

    WhenPretestSubmitted(Measuring measuring) {
        this.measuring = measuring;
    }

    @Override
    public Mono<Void> hear(PretestSubmitted event) {
        return measuring.begin(event);
    }
}
