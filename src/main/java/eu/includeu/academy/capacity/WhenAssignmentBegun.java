package eu.includeu.academy.capacity;

import eu.includeu.academy.assignments.AssignmentBegun;
import eu.includeu.academy.platform.Listener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The first official to begin an assigned module starts the needs for which it was assigned. */
@Component
class WhenAssignmentBegun implements Listener<AssignmentBegun> {

    private final Settling settling;

    WhenAssignmentBegun(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Mono<Void> hear(AssignmentBegun begun) {
        return settling.start(begun.authority(), begun.needs(), begun.official());
    }
}
