package eu.includeu.academy.platform;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A few connections for questions whose answers many wait for. Some of those who wait hold a connection meanwhile; when they
 * hold all there are, the question cannot have one, and everybody would wait for everybody. Such a question waits for the
 * others but briefly.
 */
final class Reserve implements AutoCloseable {

    static final int CONNECTIONS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BRIEFLY = Duration.ofMillis(100);

    /** The entry of a context whose questions may take from the reserve. */
    private static final Object KEY = Reserve.class;

    private final ConnectionPool connections;

    Reserve(ConnectionFactoryOptions first) {
        this.connections = Replica.pool(first, CONNECTIONS, PATIENCE);
    }

    /** The same context, for a question that may take from the reserve. */
    static Context entitled(Context asker) {
        return asker.put(KEY, true);
    }

    /** One of the others; or, for who may, one of these when there is none soon. */
    Mono<Connection> after(Mono<Connection> others) {
        return Mono.deferContextual(
                context -> context.hasKey(KEY) ? others.timeout(BRIEFLY, Mono.defer(connections::create)) : others);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
