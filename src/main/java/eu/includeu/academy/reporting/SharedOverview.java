package eu.includeu.academy.reporting;

import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.reporting.Drawing.Page;
import eu.includeu.academy.reporting.Drawing.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

    /** Changes of so many authorities are told apart until it is known whose they are. */
    private static final int MOST_WAITING = 1_000;

    /** What has changed and is not drawn yet; and when something was last said aloud. */
    private static final class Pending {

        private final AtomicReference<Changed> changed = new AtomicReference<>(Changed.NOTHING);
        private volatile @Nullable Set<UUID> reach;
        private Instant said = Instant.EPOCH;

        /** From now on only what is about these authorities is noted. */
        void narrow(Set<UUID> below) {
            reach = below;
        }

        /** Whether any of it is to be told. */
        boolean note(Changed more) {
            var known = reach;
            var ours = more.within(known);
            var most = known == null ? MOST_WAITING : Integer.MAX_VALUE;
            changed.updateAndGet(before -> before.plus(ours, most));
            return !ours.isNothing();
        }

        Changed take() {
            return changed.getAndSet(Changed.NOTHING).within(reach);
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
        private final Changed changed;
        private final boolean aloud;
        private final Sent sent;

        private Piece(Overview overview, Changed changed, boolean aloud, Sent sent) {
            this.overview = overview;
            this.changed = changed;
            this.aloud = aloud;
            this.sent = sent;
        }
    }

    /**
     * What one of those who look has not been sent yet: everything, when they were away, or too slow.
     *
     * @param latest the last piece they were not sent, or null
     */
    record Missed(Changed changed, boolean aloud, @Nullable Piece latest) {

        static final Missed NOTHING = new Missed(Changed.NOTHING, false, null);
        static final Missed EVERYTHING = new Missed(Changed.EVERYTHING, true, null);

        Missed plus(Piece piece) {
            return new Missed(changed.plus(piece.changed, Drawing.MOST_ROWS), aloud || piece.aloud, piece);
        }

        boolean isNothing() {
            return changed.isNothing();
        }

        /** The one piece that it is, or null when it is more than that. */
        @Nullable
        Piece only() {
            return latest != null && changed.equals(latest.changed) && aloud == latest.aloud ? latest : null;
        }
    }

    /** What is drawn for some of those who look, because they missed more than one piece. */
    record Late(SharedOverview overview, Missed missed) {}

    private final Desk desk;
    private final Page page;
    private final Reporting reporting;
    private final Drawing drawing;
    private final InstrumentedPool<Object> turns;
    private final Remembered<Late, Sent> late;
    private final Flux<Piece> pieces;

    /**
     * @param turns so many overviews are counted for streams at once; the other connections are for pages
     * @param late what is drawn for some: whoever has missed the same is sent the same
     * @param forgotten what is done when nobody looks any more
     */
    SharedOverview(
            Desk desk,
            Page page,
            Reporting reporting,
            Drawing drawing,
            InstrumentedPool<Object> turns,
            Remembered<Late, Sent> late,
            Runnable forgotten) {
        this.desk = desk;
        this.page = page;
        this.reporting = reporting;
        this.drawing = drawing;
        this.turns = turns;
        this.late = late;
        this.pieces = Flux.defer(this::changing)
                .doFinally(end -> forgotten.run())
                .contextWrite(whoever -> desk.reach())
                .publish()
                .refCount(1);
    }

    /** What changes from now on. */
    Flux<Piece> pieces() {
        return pieces;
    }

    /** What somebody has missed, in one piece. */
    Mono<Sent> sent(Missed missed) {
        var only = missed.only();
        return only == null ? late.get(new Late(this, missed)) : Mono.just(only.sent);
    }

    /** What changes before it is known which authorities are below the desk waits for that. */
    private Flux<Piece> changing() {
        var pending = new Pending();
        var reach = reach().doOnNext(pending::narrow).replay(1).refCount(1);
        return Flux.merge(
                reach.then(Mono.empty()),
                reporting
                        .changed()
                        .filter(pending::note)
                        .onBackpressureLatest()
                        .concatMap(
                                noted -> reach.next()
                                        .then(piece(pending))
                                        .concatWith(Mono.delay(PAUSE).then(Mono.empty())),
                                1));
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
                .filter(changed -> !changed.isNothing())
                .zipWhen(changed -> inTurn(reporting.overview(desk)))
                .publishOn(Schedulers.parallel())
                .map(both -> piece(both.getT2(), both.getT1(), pending.mayBeSaid(drawing.now())));
    }

    private Piece piece(Overview overview, Changed changed, boolean aloud) {
        return new Piece(overview, changed, aloud, drawing.draw(overview, changed, aloud, page));
    }

    static Mono<Sent> drawn(Late late) {
        return late.overview.drawn(late.missed);
    }

    private Mono<Sent> drawn(Missed missed) {
        var latest = missed.latest();
        return (latest == null ? inTurn(reporting.overview(desk)) : Mono.just(latest.overview))
                .map(overview -> drawing.draw(overview, missed.changed(), missed.aloud(), page));
    }

    /** Waits its turn; what fails is asked again until it is answered, because those who look are still there. */
    private <T> Mono<T> inTurn(Mono<T> question) {
        return turns.withPoolable(turn -> question)
                .next()
                .doOnError(failed -> log.warn("An overview was not counted: {}", failed.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE));
    }
}
