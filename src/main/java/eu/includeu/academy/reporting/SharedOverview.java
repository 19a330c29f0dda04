package eu.includeu.academy.reporting;

import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.reporting.Drawing.Page;
import eu.includeu.academy.reporting.Drawing.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.util.retry.Retry;

/**
 * One overview that many look at: what changes is counted and drawn once for all of them, at most once a second, what
 * changed meanwhile in one go. Whoever has missed something gets all of it in one piece.
 */
final class SharedOverview {

    private static final Logger log = LoggerFactory.getLogger(SharedOverview.class);

    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** So often it is asked anew which authorities are below the desk. */
    private static final Duration RENEWAL = Duration.ofMinutes(5);

    /** Whoever has missed the same within this time is sent the same. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int KEPT_AT_MOST = 16;

    /** So many changes may wait until it is known whose they are. */
    private static final int MOST_WAITING = 10_000;

    /** What has changed and is not drawn yet; and when something was last said aloud. */
    private static final class Pending {

        private final AtomicReference<Set<UUID>> bodies = new AtomicReference<>(Set.of());
        private Instant said = Instant.EPOCH;

        Pending note(Set<UUID> more) {
            bodies.updateAndGet(before -> both(before, more));
            return this;
        }

        Set<UUID> take() {
            return bodies.getAndSet(Set.of());
        }

        /** Whether it is time to say something again: a screen reader must not be talked over. */
        boolean mayBeSaid(Instant now) {
            var longAgo = !now.isBefore(said.plus(SILENCE));
            said = longAgo ? now : said;
            return longAgo;
        }
    }

    /** What has changed, drawn for all. Two are never equal: one follows the other. */
    static final class Piece {

        private final Overview overview;
        private final Set<UUID> bodies;
        private final boolean aloud;
        private final Sent sent;

        private Piece(Overview overview, Set<UUID> bodies, boolean aloud, Sent sent) {
            this.overview = overview;
            this.bodies = bodies;
            this.aloud = aloud;
            this.sent = sent;
        }
    }

    /**
     * What one of those who look has not been sent yet.
     *
     * @param all whether they were away, and may have missed anything
     * @param latest the last piece they were not sent, or null
     */
    record Missed(
            Set<UUID> bodies,
            boolean all,
            boolean aloud,
            @Nullable Piece latest) {

        static final Missed NOTHING = new Missed(Set.of(), false, false, null);
        static final Missed EVERYTHING = new Missed(Set.of(), true, true, null);

        Missed plus(Piece piece) {
            return new Missed(both(bodies, piece.bodies), all, aloud || piece.aloud, piece);
        }

        boolean isNothing() {
            return !all && latest == null;
        }

        /** The one piece that it is, or null when it is more than that. */
        @Nullable
        Piece only() {
            return latest != null && !all && bodies.size() == latest.bodies.size() && aloud == latest.aloud
                    ? latest
                    : null;
        }
    }

    private final Desk desk;
    private final Page page;
    private final Reporting reporting;
    private final Drawing drawing;
    private final InstrumentedPool<Object> turns;
    private final Flux<Piece> pieces;
    private final Remembered<Missed, Sent> late;

    /**
     * @param turns so many overviews are counted for streams at once; the other connections are for pages
     * @param forgotten what is done when nobody looks any more
     */
    SharedOverview(
            Desk desk,
            Page page,
            Reporting reporting,
            Drawing drawing,
            InstrumentedPool<Object> turns,
            Runnable forgotten) {
        this.desk = desk;
        this.page = page;
        this.reporting = reporting;
        this.drawing = drawing;
        this.turns = turns;
        this.pieces = Flux.defer(this::changing)
                .doFinally(end -> forgotten.run())
                .contextWrite(whoever -> desk.reach())
                .publish()
                .refCount(1);
        this.late = Remembered.of(KEPT_AT_MOST, KEPT, this::drawn);
    }

    /** What changes from now on. */
    Flux<Piece> pieces() {
        return pieces;
    }

    /** What somebody has missed, in one piece. */
    Mono<Sent> sent(Missed missed) {
        var only = missed.only();
        return only == null ? late.get(missed) : Mono.just(only.sent);
    }

    private Flux<Piece> changing() {
        var reach = reach().replay(1).refCount(1);
        return Flux.merge(reach.then(Mono.empty()), changing(reach));
    }

    /** What changes before it is known which authorities are below the desk waits for that. */
    private Flux<Piece> changing(Flux<Set<UUID>> reach) {
        var pending = new Pending();
        return reporting
                .changed()
                .onBackpressureBuffer(MOST_WAITING)
                .concatMap(changed -> reach.next().map(changed::within))
                .filter(bodies -> !bodies.isEmpty())
                .map(pending::note)
                .onBackpressureLatest()
                .concatMap(noted -> piece(noted).concatWith(Mono.delay(PAUSE).then(Mono.empty())), 1);
    }

    private Flux<Set<UUID>> reach() {
        return Flux.interval(Duration.ZERO, RENEWAL)
                .onBackpressureDrop()
                .concatMap(beat -> inTurn(reporting.reach(desk)), 1);
    }

    private Mono<Piece> piece(Pending pending) {
        return reporting
                .rested(desk)
                .then(Mono.fromSupplier(pending::take))
                .filter(bodies -> !bodies.isEmpty())
                .zipWhen(bodies -> inTurn(reporting.overview(desk)))
                .publishOn(Schedulers.parallel())
                .map(both -> piece(both.getT2(), both.getT1(), pending.mayBeSaid(drawing.now())));
    }

    private Piece piece(Overview overview, Set<UUID> bodies, boolean aloud) {
        return new Piece(overview, bodies, aloud, drawing.draw(overview, bodies, aloud, page));
    }

    private Mono<Sent> drawn(Missed missed) {
        return (missed.latest() == null
                        ? inTurn(reporting.overview(desk))
                        : Mono.just(Objects.requireNonNull(missed.latest()).overview))
                .map(overview -> drawing.draw(
                        overview, missed.all() ? everyBody(overview) : missed.bodies(), missed.aloud(), page));
    }

    /** Waits its turn; what fails is asked again until it is answered, because those who look are still there. */
    private <T> Mono<T> inTurn(Mono<T> question) {
        return turns.withPoolable(turn -> question)
                .next()
                .doOnError(failed -> log.warn("An overview was not counted: {}", failed.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE));
    }

    private static Set<UUID> everyBody(Overview overview) {
        return overview.bodies().stream().map(Overview.Body::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> both(Set<UUID> some, Set<UUID> more) {
        if (some.isEmpty()) {
            return more;
        }
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
