package eu.includeu.academy.assignments;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.EnrolmentCompleted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was assigned is done with the enrolment. */
@Component
class WhenEnrolmentCompleted implements Listener<EnrolmentCompleted> {

    private final Following following;

    WhenEnrolmentCompleted(Following following) {
        this.following = following;
    }

    @Override
    public Mono<Void> hear(EnrolmentCompleted completed) {
        return following.complete(completed);
    }
}
