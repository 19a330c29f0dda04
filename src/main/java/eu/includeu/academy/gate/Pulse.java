package eu.includeu.academy.gate;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Feels whether the database answers, on a connection of its own: a pool that is busy is not a database that is gone.
 * While it does not beat, the node is not ready, and the gate turns away at once what would only wait.
 */
@Component("pulse")
class Pulse extends AbstractReactiveHealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ConnectionFactory database;
    private final GateSettings settings;
    private final Sinks.Empty<Void> stopped = Sinks.empty();
    private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();
    private volatile boolean beats = true;
    private volatile Sinks.Empty<Void> lost = Sinks.empty();

    Pulse(R2dbcConnectionDetails details, GateSettings settings) {
        this.database = ConnectionFactories.get(details.getConnectionFactoryOptions());
        this.settings = settings;
    }

    /**
     * Runs as long as the application does; Spring subscribes. Not one of the scheduled tasks: those share threads, and wait
     * on them for the very database whose absence is to be noticed.
     */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> feel() {
        return Flux.interval(Duration.ZERO, settings.heartbeat())
                .onBackpressureDrop()
                .concatMap(number -> beat(), 1)
                .takeUntilOther(stopped.asMono())
                .then();
    }

    @PreDestroy
    void stop() {
        stopped.tryEmitEmpty();
    }

    boolean beats() {
        return beats;
    }

    /** Completes when the pulse was missed twice running: what waits for the database by then waits in vain. */
    Mono<Void> lost() {
        return lost.asMono();
    }

    private Mono<Void> beat() {
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
            lost = Sinks.empty();
        }
        beats = true;
    }

    private Mono<Boolean> gone(Throwable why) {
        if (beats) {
            log.warn("The database does not answer: {}", why.toString());
        } else {
            lost.tryEmitEmpty();
        }
        beats = false;
        return Mono.justOrEmpty(line.getAndSet(null))
                .flatMap(lost -> Mono.from(lost.close()))
                .timeout(PATIENCE)
                .onErrorComplete()
                .thenReturn(false);
    }
}
