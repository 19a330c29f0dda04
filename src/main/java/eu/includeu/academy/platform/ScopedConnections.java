package eu.includeu.academy.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Makes every connection of the pool a {@link ScopedConnection}. */
final class ScopedConnections implements ConnectionFactory {

    private final ConnectionFactory plain;

    ScopedConnections(ConnectionFactory plain) {
        this.plain = plain;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(plain.create()).map(ScopedConnection::new);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return plain.getMetadata();
    }
}
