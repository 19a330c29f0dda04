package eu.includeu.academy.assignments;

import eu.includeu.academy.platform.Events;
import eu.includeu.academy.progress.Enrolled;
import eu.includeu.academy.progress.EnrolmentCompleted;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Following what was assigned, in the transaction in which an official takes the next step. */
@Service
class Following {

    private final Assignments assignments;
    private final Events events;

    Following(Assignments assignments, Events events) {
        this.assignments = assignments;
        this.events = events;
    }

    /** The official has begun; the needs for which it was assigned hear of it. */
    Mono<Void> begin(Enrolled enrolled) {
        return assignments
                .open(enrolled.official(), enrolled.module())
                .flatMapMany(Flux::fromIterable)
                .map(Assignment::enrol)
                .concatMap(assignments::save)
                .flatMap(assignment -> Mono.justOrEmpty(assignment.need()))
                .collectList()
                .filter(needs -> !needs.isEmpty())
                .flatMap(needs -> events.tell(begun(enrolled, needs)));
    }

    /** The official has completed it. */
    Mono<Void> complete(EnrolmentCompleted completed) {
        return assignments
                .open(completed.official(), completed.module())
                .flatMapMany(Flux::fromIterable)
                .map(assignment -> assignment.enrol().complete())
                .concatMap(assignments::save)
                .then();
    }

    private static AssignmentBegun begun(Enrolled enrolled, List<UUID> needs) {
        return new AssignmentBegun(enrolled.authority(), enrolled.official(), enrolled.module(), needs, enrolled.at());
    }
}
