package eu.includeu.academy.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** The lines to the database: which of them a question goes through is decided here, and nowhere else. */
final class Lines implements ConnectionFactory {

    private final ConnectionFactory first;
    private final Reserve reserve;
    private final Replica replica;

    /**
     * @param first for everything but what follows
     * @param reserve for what those wait for who hold a connection
     * @param replica for what visitors read, while it is near enough
     */
    Lines(ConnectionFactory first, Reserve reserve, Replica replica) {
        this.first = first;
        this.reserve = reserve;
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
        return reserve.after(Mono.from(first.create()));
    }
}
