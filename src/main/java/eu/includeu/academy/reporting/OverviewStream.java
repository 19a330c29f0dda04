package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Assets;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.WebExpressionContext;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.web.webflux.SpringWebFluxWebApplication;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Sends the pieces of an overview that have changed to whoever looks at it: at most once a second, what changed meanwhile
 * in one go. A stream ends when the node stops, when the reader's rights change, and after a quarter of an hour, so that
 * whoever comes back is asked again who they are.
 */
@Component
class OverviewStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final SpringWebFluxWebApplication SITE =
            SpringWebFluxWebApplication.buildApplication(ReactiveAdapterRegistry.getSharedInstance());

    /** The page that the pieces are for. */
    record Page(ServerWebExchange exchange, Locale locale, int target) {}

    /** What has changed and is not sent yet; and when something was last said aloud. */
    private static final class Pending {

        private final AtomicReference<Set<UUID>> bodies = new AtomicReference<>(Set.of());
        private Instant said = Instant.EPOCH;

        Pending note(Set<UUID> more) {
            bodies.updateAndGet(before -> {
                var all = new HashSet<>(before);
                all.addAll(more);
                return Set.copyOf(all);
            });
            return this;
        }

        Set<UUID> take() {
            return bodies.getAndSet(Set.of());
        }

        /** Whether it is time to say something again: a screen reader must not be talked over. */
        boolean mayBeSaid(Instant now) {
            var long_ago = !now.isBefore(said.plus(SILENCE));
            said = long_ago ? now : said;
            return long_ago;
        }
    }

    private final Reporting reporting;
    private final Changes changes;
    private final ISpringWebFluxTemplateEngine engine;
    private final Assets assets;
    private final Competencies competencies;
    private final Clock clock;
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    OverviewStream(
            Reporting reporting,
            Changes changes,
            ISpringWebFluxTemplateEngine engine,
            Assets assets,
            Competencies competencies,
            Clock clock) {
        this.reporting = reporting;
        this.changes = changes;
        this.engine = engine;
        this.assets = assets;
        this.competencies = competencies;
        this.clock = clock;
    }

    /** @param again whether the reader was here before and may have missed something */
    Flux<ServerSentEvent<String>> of(Account me, Desk desk, boolean again, Page page) {
        return Flux.merge(
                        reporting.reach(desk).flatMapMany(reach -> pieces(desk, reach, again, page)),
                        Flux.interval(HEARTBEAT).onBackpressureDrop().map(beat -> ServerSentEvent.<String>builder()
                                .comment("")
                                .build()))
                .takeUntilOther(Flux.first(stopped.asMono(), Mono.delay(LONGEST), rightsChanged(me)));
    }

    private Flux<ServerSentEvent<String>> pieces(Desk desk, Set<UUID> reach, boolean again, Page page) {
        return Flux.defer(() -> {
            var pending = new Pending();
            return reporting
                    .changed()
                    .filter(change -> change.touches(reach))
                    .map(change -> change.everything() ? reach : within(change.authorities(), reach))
                    .startWith(again ? List.of(reach) : List.of())
                    .map(pending::note)
                    .onBackpressureLatest()
                    .concatMap(
                            noted -> piece(desk, noted, page)
                                    .concatWith(Mono.delay(PAUSE).then(Mono.empty())),
                            1);
        });
    }

    private Flux<ServerSentEvent<String>> piece(Desk desk, Pending pending, Page page) {
        return Mono.fromSupplier(pending::take)
                .filter(bodies -> !bodies.isEmpty())
                .flatMap(bodies -> reporting.overview(desk).map(overview -> event(overview, bodies, pending, page)))
                .flux();
    }

    private ServerSentEvent<String> event(Overview overview, Set<UUID> bodies, Pending pending, Page page) {
        var now = clock.instant();
        var model = new HashMap<String, Object>(Map.of(
                "overview", overview,
                "bodies",
                        overview.bodies().stream()
                                .filter(body -> bodies.contains(body.id()))
                                .toList(),
                "changed", bodies,
                "target", page.target(),
                "plural", Plural.in(page.locale()),
                "locale", page.locale(),
                "assets", assets,
                "competencies", competencies,
                "aloud", pending.mayBeSaid(now),
                "at", LocalTime.ofInstant(now, Clock.ZONE)));
        var html = engine.process(
                "reporting/changes",
                Set.of(),
                new WebExpressionContext(
                        engine.getConfiguration(),
                        SITE.buildExchange(page.exchange(), page.locale(), MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                        page.locale(),
                        model));
        return ServerSentEvent.builder(html.strip())
                .id(String.valueOf(now.toEpochMilli()))
                .build();
    }

    private Flux<Changes.Change> rightsChanged(Account me) {
        return changes.all()
                .filter(change -> change.topic().equals("account")
                        && change.about().equals(me.id().toString()));
    }

    private static Set<UUID> within(Set<UUID> changed, Set<UUID> reach) {
        return changed.stream().filter(reach::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Open streams would keep a stopping node waiting. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.tryEmitEmpty();
    }
}
