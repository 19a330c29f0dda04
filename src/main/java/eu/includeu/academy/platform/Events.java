package eu.includeu.academy.platform;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the other features what happened, inside the caller's transaction: one listener that fails undoes all. */
@Component
public class Events {

    private final ObjectProvider<Listener<?>> listeners;

    Events(ObjectProvider<Listener<?>> listeners) {
        this.listeners = listeners;
    }

    /** Runs each listener for this event in turn, in the order of their {@code @Order}. */
    public Mono<Void> tell(Object event) {
        return Flux.fromIterable(listenersFor(event))
                .concatMap(listener -> listener.hear(event))
                .then();
    }

    @SuppressWarnings("unchecked")
    private List<Listener<Object>> listenersFor(Object event) {
        return listeners
                .orderedStream()
                .filter(listener -> hears(listener, event))
                .map(listener -> (Listener<Object>) listener)
                .toList();
    }

    private static boolean hears(Listener<?> listener, Object event) {
        var heard = ResolvableType.forClass(Listener.class, listener.getClass()).getGeneric(0);
        return heard.isInstance(event);
    }
}
