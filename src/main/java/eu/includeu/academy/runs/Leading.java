package eu.includeu.academy.runs;

import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Saying that somebody leads a module, what a run of it costs, and when the next ones begin; and taking that back. */
@Service
public class Leading {

    private final Facilitations facilitations;
    private final Events events;
    private final Clock clock;

    Leading(Facilitations facilitations, Events events, Clock clock) {
        this.facilitations = facilitations;
        this.events = events;
        this.clock = clock;
    }

    /** From now on the module is given in runs like this. */
    @Transactional
    public Mono<Void> set(String module, Led led) {
        return facilitations.set(module, led).then(told(module));
    }

    /** From now on everybody takes the module alone. */
    @Transactional
    public Mono<Void> remove(String module) {
        return facilitations.remove(module).then(told(module));
    }

    /** A run begins on a day; where there is one already, it has so many free seats now. */
    @Transactional
    public Mono<Void> announce(Dated run) {
        return Mono.fromSupplier(() -> run.checked(clock.today()))
                .flatMap(facilitations::announce)
                .then(told(run.module()));
    }

    /** It does not begin on that day. */
    @Transactional
    public Mono<Void> cancel(String module, LocalDate starts) {
        return facilitations.cancel(module, starts).then(told(module));
    }

    private Mono<Void> told(String module) {
        return Mono.defer(() -> events.tell(new RunsChanged(module)));
    }
}
