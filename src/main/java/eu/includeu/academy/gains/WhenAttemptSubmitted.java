package eu.includeu.academy.gains;

import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes down what somebody has come to, in the same transaction as the quiz. */
@Component
class WhenAttemptSubmitted implements Listener<AttemptSubmitted> {

    private final Measuring measuring;

    WhenAttemptSubmitted(Measuring measuring) {
        this.measuring = measuring;
    }

    @Override
    public Mono<Void> hear(AttemptSubmitted event) {
        return measuring.measure(event);
    }
}
