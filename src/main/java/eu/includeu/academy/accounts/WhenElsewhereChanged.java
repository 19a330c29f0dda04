package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Changes;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Forgets people and sessions that another node has changed or ended. */
@Component
class WhenElsewhereChanged {

    private final Changes changes;
    private final Accounts accounts;
    private final Sessions sessions;

    WhenElsewhereChanged(Changes changes, Accounts accounts, Sessions sessions) {
        this.changes = changes;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Runs as long as the application does; Spring subscribes. Forgetting everybody takes a lock, which may take a moment. */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> listen() {
        return changes.all()
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(this::forget)
                .then();
    }

    private void forget(Changes.Change change) {
        switch (change.topic()) {
            case "account" -> accounts.forget(change.about());
            case "session" -> sessions.forget(change.about());
            case "resumed" -> {
                accounts.forget("");
                sessions.forget("");
            }
            default -> {}
        }
    }
}
