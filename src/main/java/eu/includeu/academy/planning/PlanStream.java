package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Assets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
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

/** Sends how far a plan is to whoever looks at it, at most once a second, and the way to the whole plan once it is there. */
@Component
class PlanStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final SpringWebFluxWebApplication SITE =
            SpringWebFluxWebApplication.buildApplication(ReactiveAdapterRegistry.getSharedInstance());

    private final Planning planning;
    private final ISpringWebFluxTemplateEngine engine;
    private final Assets assets;
    private final Competencies competencies;
    private final Assumptions assumptions;
    private final MessageSource texts;
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    PlanStream(
            Planning planning,
            ISpringWebFluxTemplateEngine engine,
            Assets assets,
            Competencies competencies,
            Assumptions assumptions,
            MessageSource texts) {
        this.planning = planning;
        this.engine = engine;
        this.assets = assets;
        this.competencies = competencies;
        this.assumptions = assumptions;
        this.texts = texts;
    }

    /** Finds the plan once before anything is sent, so that a foreign one is missing. */
    Flux<ServerSentEvent<String>> of(Account me, Plan.Id id, Locale locale, ServerWebExchange exchange) {
        return planning.find(me, id)
                .flatMapMany(plan -> Flux.merge(pieces(me, id, locale, exchange), heartbeat()))
                .takeUntilOther(Flux.first(stopped.asMono(), Mono.delay(LONGEST)));
    }

    private Flux<ServerSentEvent<String>> pieces(Account me, Plan.Id id, Locale locale, ServerWebExchange exchange) {
        return planning.changes(id)
                .map(change -> id)
                .startWith(id)
                .onBackpressureLatest()
                .concatMap(
                        changed -> planning.find(me, changed)
                                .map(plan -> event(plan, locale, exchange))
                                .concatWith(Mono.delay(PAUSE).then(Mono.empty())),
                        1);
    }

    private static Flux<ServerSentEvent<String>> heartbeat() {
        return Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<String>builder().comment("").build());
    }

    private ServerSentEvent<String> event(Plan plan, Locale locale, ServerWebExchange exchange) {
        var file = new Planning.File(plan, Map.of(), Map.of(), Map.of(), null, null);
        var model = new HashMap<String, Object>(Map.of(
                "view",
                PlanView.of(file, List.of(), competencies, assumptions, texts, locale),
                "locale",
                locale,
                "assets",
                assets));
        var html = engine.process(
                "planning/changes",
                Set.of(),
                new WebExpressionContext(
                        engine.getConfiguration(),
                        SITE.buildExchange(exchange, locale, MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                        locale,
                        model));
        return ServerSentEvent.builder(html.strip()).build();
    }

    /** Open streams would keep a stopping node waiting. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.tryEmitEmpty();
    }
}
