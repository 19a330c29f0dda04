package eu.includeu.academy.assignments;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.Enrolled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was assigned becomes active with the enrolment. */
@Component
class WhenEnrolled implements Listener<Enrolled> {

    private final Following following;

    WhenEnrolled(Following following) {
        this.following = following;
    }

    @Override
    public Mono<Void> hear(Enrolled enrolled) {
        return following.begin(enrolled);
    }
}
