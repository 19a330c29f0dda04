package eu.includeu.academy.gate;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Feels whether the database answers, on a connection of its own: a pool that is busy is not a database that is gone.
 * While it does not beat, the node is not ready, and the gate turns away at once what would only wait.
 */
@Component("pulse")
class Pulse extends AbstractReactiveHealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConnectionFactory database;
    private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();
    private volatile boolean beats = true;

    Pulse(R2dbcConnectionDetails details) {
        this.database = ConnectionFactories.get(details.getConnectionFactoryOptions());
    }

    boolean beats() {
        return beats;
    }

    @Scheduled(fixedDelayString = "${academy.gate.heartbeat:500ms}")
    Mono<Void> beat() {
        return connection()
                .flatMap(connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)))
                .filter(valid -> valid)
                .switchIfEmpty(Mono.error(() -> new TimeoutException("no answer")))
                .timeout(PATIENCE)
                .doOnNext(valid -> alive())
                .onErrorResume(this::gone)
                .then();
    }

    private Mono<Connection> connection() {
        return Mono.defer(() -> Mono.justOrEmpty(line.get()))
                .switchIfEmpty(Mono.defer(() -> Mono.<Connection>from(database.create()))
                        .doOnNext(line::set));
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.just(beats ? builder.up().build() : builder.down().build());
    }

    private void alive() {
        if (!beats) {
            log.info("The database answers again");
        }
        beats = true;
    }

    private Mono<Boolean> gone(Throwable why) {
        if (beats) {
            log.warn("The database does not answer: {}", why.toString());
        }
        beats = false;
        return Mono.justOrEmpty(line.getAndSet(null))
                .flatMap(lost -> Mono.from(lost.close()))
                .timeout(PATIENCE)
                .onErrorComplete()
                .thenReturn(false);
    }
}
