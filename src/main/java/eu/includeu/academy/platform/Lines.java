package eu.includeu.academy.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** The two lines to the database: which of them a question goes through is decided here, and nowhere else. */
final class Lines implements ConnectionFactory {

    private final ConnectionFactory first;
    private final Replica replica;

    Lines(ConnectionFactory first, Replica replica) {
        this.first = first;
        this.replica = replica;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.deferContextual(context -> context.<Replica.Reading>getOrEmpty(Replica.Reading.class)
                .filter(reading -> replica.holds(reading.topic()))
                .map(this::forVisitors)
                .orElseGet(this::toFirst));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return first.getMetadata();
    }

    private Mono<Connection> forVisitors(Replica.Reading reading) {
        return ScopedConnection.asker()
                .filter(Scope.NOBODY::equals)
                .flatMap(nobody -> replica.connect(reading).onErrorComplete())
                .switchIfEmpty(Mono.defer(this::toFirst));
    }

    private Mono<Connection> toFirst() {
        return Mono.from(first.create());
    }
}
