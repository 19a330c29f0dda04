package eu.includeu.academy.progress;

import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Completes or locks the enrolment of whoever handed a quiz in, in the same transaction. */
@Component
class WhenAttemptSubmitted implements Listener<AttemptSubmitted> {

    private final Learning learning;

    WhenAttemptSubmitted(Learning learning) {
        this.learning = learning;
    }

    @Override
    public Mono<Void> hear(AttemptSubmitted event) {
        return learning.graded(event);
    }
}
