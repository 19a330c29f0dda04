package eu.includeu.academy.platform;

import static java.util.Objects.requireNonNull;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A second server that follows the first, for what everyone may read. It is asked only by visitors, and only while it
 * holds every change that this node was told of and is not more than some seconds behind; otherwise, and for everybody
 * who is signed in, there is the first server. Positions in the log are compared, not clocks.
 */
public final class Replica implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Replica.class);

    private static final String WRITTEN = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    private static final String FOLLOWED = "select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint";

    /** How long a comparison or a reading may take before the replica is left alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A comparison says nothing about later. */
    private static final Duration VALIDITY = Duration.ofSeconds(2);

    private static final AtomicLong TURNS = new AtomicLong();

    /** A topic changed: the replica holds it when it has followed the log this far; unknown until it is measured. */
    private record Mark(long turn, long position) {

        static final long UNKNOWN = Long.MAX_VALUE;

        static Mark now() {
            return new Mark(TURNS.incrementAndGet(), UNKNOWN);
        }
    }

    /** How far the log was written at a moment. */
    private record Sample(long nanos, long position) {}

    /** A question that may be answered by the replica, and whether it was. */
    record Reading(String topic, AtomicBoolean elsewhere) {}

    private final ReplicaSettings settings;
    private final ConnectionPool readers;
    private final ConnectionPool follower;
    private final ConnectionPool leader;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>(Map.of(Changes.Change.RESUMED.topic(), Mark.now()));
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile long followed = Long.MIN_VALUE;
    private volatile long measured = System.nanoTime() - VALIDITY.toNanos();
    private volatile boolean near;

    Replica(
            ReplicaSettings settings,
            ConnectionFactoryOptions first,
            ConnectionFactoryOptions second,
            int connections) {
        this.settings = settings;
        this.readers = pool(second, connections, PATIENCE);
        this.follower = pool(second, 1, PATIENCE);
        this.leader = pool(first, 1, PATIENCE);
    }

    /**
     * What everyone may read, from the replica if there is one, nobody is signed in and it holds the last change of this
     * topic; should it fail, from the first server.
     */
    public static <T> Mono<T> read(String topic, Mono<T> question) {
        return Mono.defer(() -> {
            var reading = new Reading(topic, new AtomicBoolean());
            return question.contextWrite(Context.of(Reading.class, reading))
                    .timeout(Mono.delay(PATIENCE)
                            .flatMap(late -> reading.elsewhere().get() ? Mono.just(late) : Mono.never()))
                    .onErrorResume(
                            failed -> reading.elsewhere().get()
                                    && (failed instanceof DataAccessException || failed instanceof TimeoutException),
                            failed -> question);
        });
    }

    /** Whether it follows closely enough to be asked at all. */
    boolean isNear() {
        return near && System.nanoTime() - measured < VALIDITY.toNanos();
    }

    /** Whether it may be asked about this topic: it holds the last change that was heard of. */
    boolean holds(String topic) {
        return isNear() && isFollowed(marks.get(topic)) && isFollowed(marks.get(Changes.Change.RESUMED.topic()));
    }

    /** A connection to the replica, for a reading that then knows where it was answered. */
    Mono<Connection> connect(Reading reading) {
        return readers.create().doOnNext(connected -> reading.elsewhere().set(true));
    }

    /** This node was told of a change; whoever asks from now on must see it. */
    void heard(String topic) {
        if (settings.isThere()) {
            marks.put(topic, Mark.now());
        }
    }

    /** Measures how far the first server is, then how far the replica, in this order. */
    @Scheduled(fixedDelay = 500, initialDelay = 0)
    Mono<Void> compare() {
        return settings.isThere() ? Mono.defer(this::compareNow).onErrorComplete() : Mono.empty();
    }

    private Mono<Void> compareNow() {
        var heard = Map.copyOf(marks);
        return position(leader, WRITTEN)
                .zipWhen(written -> position(follower, FOLLOWED))
                .timeout(PATIENCE)
                .doOnNext(both -> note(heard, both.getT1(), both.getT2()))
                .doOnError(this::lost)
                .then();
    }

    @Override
    public void close() {
        readers.dispose();
        follower.dispose();
        leader.dispose();
    }

    private boolean isFollowed(@org.jspecify.annotations.Nullable Mark mark) {
        return mark == null || mark.position() <= followed;
    }

    private void note(Map<String, Mark> heard, long written, long reached) {
        heard.forEach((topic, mark) -> {
            if (mark.position() == Mark.UNKNOWN) {
                marks.replace(topic, mark, new Mark(mark.turn(), written));
            }
        });
        followed = reached;
        var now = System.nanoTime();
        samples.addLast(new Sample(now, written));
        var oldest = requireNonNull(samples.peekFirst());
        // the newest sample that is old enough says where the replica has to be by now
        while (samples.size() > 1 && now - second().nanos() >= settings.lag().toNanos()) {
            samples.removeFirst();
            oldest = requireNonNull(samples.peekFirst());
        }
        say(reached >= oldest.position());
        measured = now;
    }

    private Sample second() {
        var each = samples.iterator();
        each.next();
        return each.next();
    }

    private void say(boolean isNear) {
        if (isNear != near) {
            log.info(
                    isNear
                            ? "The replica is near"
                            : "The replica is too far behind; visitors are served by the first server");
        }
        near = isNear;
    }

    private void lost(Throwable why) {
        if (near) {
            log.warn("The replica is not compared: {}", why.toString());
        }
        near = false;
    }

    private static Mono<Long> position(ConnectionFactory pool, String question) {
        return Flux.usingWhen(
                        Mono.<Connection>from(pool.create()),
                        connection -> Flux.<Result>from(
                                        connection.createStatement(question).execute())
                                .concatMap(result -> result.map(row -> requireNonNull(row.get(0, Long.class)))),
                        connection -> Mono.from(connection.close()))
                .last();
    }

    /** @param patience how long to wait for one of them */
    static ConnectionPool pool(ConnectionFactoryOptions where, int most, Duration patience) {
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(new ScopedConnections(ConnectionFactories.get(where)))
                        .initialSize(0)
                        .maxSize(most)
                        .maxAcquireTime(patience)
                        .maxValidationTime(PATIENCE.dividedBy(2))
                        .validationDepth(ValidationDepth.REMOTE)
                        .build());
    }
}
