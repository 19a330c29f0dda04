package eu.includeu.academy.platform;

import reactor.core.publisher.Mono;

/** What a feature does about an event of a feature above it, in the same transaction. */
public interface Listener<E> {

    Mono<Void> hear(E event);
}
