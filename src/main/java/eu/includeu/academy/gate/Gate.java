package eu.includeu.academy.gate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * Lets in as many requests as can be served, some more into a waiting room, and turns the others away with a page that
 * costs next to nothing, so that whoever was let in is served as quickly as on a quiet day. Files, probes and open
 * streams take no place. Visitors have places of their own: their pages come from memory, and are served while all who are
 * signed in wait for the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Gate implements WebFilter {

    /** Whoever finds even the waiting room full is answered a little later, or would ask again at once. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private static final String SESSION = "session";

    private final GateSettings settings;
    private final Pulse pulse;
    private final TurnedAway turnedAway;
    private final InstrumentedPool<Object> places;
    private final InstrumentedPool<Object> visitors;

    Gate(GateSettings settings, Pulse pulse, TurnedAway turnedAway, MeterRegistry meters) {
        this.settings = settings;
        this.pulse = pulse;
        this.turnedAway = turnedAway;
        this.places = places(settings.places(), settings.waiting());
        this.visitors = places(settings.visitors(), settings.waiting());
        watch(places, "members", meters);
        watch(visitors, "visitors", meters);
    }

    private static InstrumentedPool<Object> places(int many, int waiting) {
        return PoolBuilder.from(Mono.fromSupplier(Object::new))
                .sizeBetween(0, many)
                .maxPendingAcquire(waiting)
                .buildPool();
    }

    private static void watch(InstrumentedPool<Object> places, String whose, MeterRegistry meters) {
        var tags = Tags.of("whose", whose);
        meters.gauge("academy.gate.inside", tags, places, all -> all.metrics().acquiredSize());
        meters.gauge("academy.gate.waiting", tags, places, all -> all.metrics().pendingAcquireSize());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isFree(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        if (!pulse.beats()) {
            return turnedAway.answer(exchange);
        }
        return Mono.usingWhen(
                        (isVisitor(exchange.getRequest()) ? visitors : places).acquire(settings.patience()),
                        place -> serve(exchange, chain),
                        PooledRef::release,
                        (place, failed) -> place.release(),
                        PooledRef::release)
                .onErrorResume(PoolAcquireTimeoutException.class, late -> turnedAway.answer(exchange))
                .onErrorResume(PoolAcquirePendingLimitException.class, full -> Mono.delay(BREATH)
                        .then(turnedAway.answer(exchange)));
    }

    /** What hangs is given up, before whoever asked gives up; at once when the database is gone. */
    private Mono<Void> serve(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .timeout(
                        Mono.firstWithSignal(Mono.delay(settings.longest()).then(), pulse.lost()),
                        Mono.defer(() -> turnedAway.answerInstead(exchange)));
    }

    /** Nobody has signed in without a session, whatever it is called with and without https. */
    private static boolean isVisitor(ServerHttpRequest request) {
        return request.getCookies().keySet().stream().noneMatch(name -> name.endsWith(SESSION));
    }

    private static boolean isFree(ServerHttpRequest request) {
        var path = request.getPath().value();
        return path.startsWith("/assets/")
                || path.startsWith("/actuator/")
                || path.equals("/livez")
                || path.equals("/readyz")
                || String.valueOf(request.getHeaders().getFirst(HttpHeaders.ACCEPT))
                        .startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)
                || path.endsWith(".csv");
    }
}
