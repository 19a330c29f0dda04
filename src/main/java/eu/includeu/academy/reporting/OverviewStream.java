package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.reporting.Drawing.Page;
import eu.includeu.academy.reporting.Drawing.Sent;
import eu.includeu.academy.reporting.SharedOverview.Late;
import eu.includeu.academy.reporting.SharedOverview.Missed;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/**
 * Sends the pieces of an overview that have changed to whoever looks at it. All who look at the same are sent the same;
 * whoever reads more slowly than it changes gets what was missed in one piece. A stream ends when the node stops, when the
 * reader's rights change, and after a quarter of an hour, so that whoever comes back is asked again who they are.
 */
@Component
class OverviewStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int COUNTED_AT_ONCE = 4;

    /** Whoever has missed the same within this time is sent the same. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private static final int KEPT_AT_MOST = 256;

    /** Everything that a piece depends on. */
    private record Look(Desk desk, Locale locale, int target) {}

    private final Reporting reporting;
    private final Drawing drawing;
    private final Map<Look, SharedOverview> shared = new ConcurrentHashMap<>();
    private final InstrumentedPool<Object> turns = PoolBuilder.from(Mono.fromSupplier(Object::new))
            .sizeBetween(0, COUNTED_AT_ONCE)
            .buildPool();
    private final Remembered<Late, Sent> late = Remembered.of(KEPT_AT_MOST, KEPT, SharedOverview::drawn);
    private final Flux<String> rightsChanged;
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    OverviewStream(Reporting reporting, Changes changes, Drawing drawing) {
        this.reporting = reporting;
        this.drawing = drawing;
        this.rightsChanged = changes.all()
                .filter(change -> change.topic().equals("account"))
                .map(Changes.Change::about)
                .publish()
                .refCount(1);
    }

    /**
     * @param again whether the reader was here before and may have missed something
     * @param free whether what was sent before has left the house
     */
    Flux<Sent> of(Account me, Desk desk, boolean again, Page page, BooleanSupplier free) {
        return Flux.defer(() -> {
                    var overview = look(desk, page);
                    var missed = new AtomicReference<>(again ? Missed.EVERYTHING : Missed.NOTHING);
                    return Flux.merge(
                                    overview.pieces().map(piece -> missed.updateAndGet(before -> before.plus(piece))),
                                    Flux.interval(Duration.ZERO, HEARTBEAT).map(beat -> Missed.NOTHING))
                            .onBackpressureLatest()
                            .filter(something -> free.getAsBoolean())
                            .concatMap(something -> sent(overview, missed.getAndSet(Missed.NOTHING)), 1);
                })
                .takeUntilOther(Flux.firstWithSignal(stopped.asMono(), Mono.delay(LONGEST), rightsChanged(me)));
    }

    private static Mono<Sent> sent(SharedOverview overview, Missed missed) {
        return missed.isNothing() ? Mono.just(Drawing.HEARTBEAT) : overview.sent(missed);
    }

    private SharedOverview look(Desk desk, Page page) {
        return shared.computeIfAbsent(
                new Look(desk, page.locale(), page.target()),
                look -> new SharedOverview(desk, page, reporting, drawing, turns, late, () -> shared.remove(look)));
    }

    private Flux<String> rightsChanged(Account me) {
        return rightsChanged.filter(account -> account.equals(me.id().toString()));
    }

    /** How many overviews are looked at. */
    int shared() {
        return shared.size();
    }

    /** Open streams would keep a stopping node waiting. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.tryEmitEmpty();
    }
}
