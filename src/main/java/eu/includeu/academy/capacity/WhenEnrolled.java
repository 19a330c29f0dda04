package eu.includeu.academy.capacity;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.progress.Enrolled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The first official to begin an assigned module starts the needs for which it was assigned. */
@Component
class WhenEnrolled implements Listener<Enrolled> {

    private final Settling settling;

    WhenEnrolled(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Mono<Void> hear(Enrolled enrolled) {
        return enrolled.needs().isEmpty()
                ? Mono.empty()
                : settling.start(enrolled.authority(), enrolled.needs(), enrolled.official());
    }
}
