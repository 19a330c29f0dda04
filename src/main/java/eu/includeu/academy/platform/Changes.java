package eu.includeu.academy.platform;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What changed on any node, told through the database's own channel. What was sent while the line was down is lost, so
 * a {@link Change#RESUMED} follows every new connection: whoever listens reads the state again.
 */
@Component
public class Changes {

    /** A topic ("figures", "account") and what about it. */
    public record Change(String topic, String about) {

        /** The line is up (again): read the state anew. */
        public static final Change RESUMED = new Change("resumed", "");

        static Change parse(String payload) {
            var at = payload.indexOf(':');
            return at < 0 ? new Change(payload, "") : new Change(payload.substring(0, at), payload.substring(at + 1));
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseClient db;
    private final Flux<Change> changes;

    Changes(DatabaseClient db, ConnectionFactory connections, Replica replica) {
        this.db = db;
        this.changes = Flux.usingWhen(Mono.from(connections.create()), Changes::listen, Changes::leave)
                // before anybody forgets what is remembered and asks again
                .doOnNext(change -> replica.heard(change.topic()))
                .concatWith(Flux.error(() -> new IllegalStateException("The channel was closed")))
                .doOnError(error -> log.warn("Changes are not heard: {}", error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500)).maxBackoff(Duration.ofSeconds(5)))
                .publish()
                .refCount(1, Duration.ofSeconds(30));
    }

    /** All changes from now on; one connection serves every listener of this node. */
    public Flux<Change> all() {
        return changes.onBackpressureBuffer(1_000);
    }

    /** Tells every node, once the caller's transaction has been committed. */
    public Mono<Void> tell(String topic, String about) {
        return db.sql("select pg_notify('academy', :payload)")
                .bind("payload", topic + ":" + about)
                .then();
    }

    private static Flux<Change> listen(Connection pooled) {
        return direct(pooled).flatMapMany(connection -> connection
                .createStatement("listen academy")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then()
                .timeout(PATIENCE)
                .thenMany(Flux.just(Change.RESUMED))
                .concatWith(connection.getNotifications().map(Changes::change).mergeWith(stillThere(connection))));
    }

    /** A line that went dead without a word would be listened to for ever; nothing else is ever sent over it. */
    private static Flux<Change> stillThere(Connection connection) {
        return Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(beat -> Mono.from(connection.validate(ValidationDepth.REMOTE))
                        .timeout(PATIENCE)
                        .filter(valid -> valid)
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("The line is dead"))))
                .thenMany(Flux.empty());
    }

    /** A dead line cannot be closed politely. */
    private static Mono<Void> leave(Connection connection) {
        return Mono.from(connection.close()).timeout(PATIENCE).onErrorComplete();
    }

    private static Mono<PostgresqlConnection> direct(Connection connection) {
        return connection instanceof Wrapped<?> wrapped
                ? Mono.justOrEmpty(wrapped.unwrap(PostgresqlConnection.class))
                : Mono.just(connection).cast(PostgresqlConnection.class);
    }

    private static Change change(Notification notice) {
        return Change.parse(Objects.requireNonNullElse(notice.getParameter(), ""));
    }
}
