package eu.includeu.academy.reporting;

import static java.util.Map.entry;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Assets;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Plural;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.WebExpressionContext;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.web.webflux.SpringWebFluxWebApplication;

/** Draws the pieces of an overview that have changed, as they go out to everybody who looks at it. */
@Component
class Drawing {

    /** So many authorities are told apart; the page shows fewer. */
    static final int MOST_ROWS = 50;

    private static final SpringWebFluxWebApplication SITE =
            SpringWebFluxWebApplication.buildApplication(ReactiveAdapterRegistry.getSharedInstance());

    /** What is sent while nothing changes, so that both ends know that the line still stands. */
    static final Sent HEARTBEAT =
            new Sent(ServerSentEvent.builder().comment("").build().format() + "\n");

    /** What goes out to many: its bytes are made once, and never changed. */
    static final class Sent {

        private final byte[] bytes;

        private Sent(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        DataBuffer in(DataBufferFactory buffers) {
            return buffers.wrap(bytes);
        }

        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * The page that pieces are for.
     *
     * @param exchange of whoever asked for it first; addresses are made with it, and nothing that is theirs is shown
     * @param target the share in percent that the overview draws as target
     */
    record Page(ServerWebExchange exchange, Locale locale, int target) {}

    private final ISpringWebFluxTemplateEngine engine;
    private final Assets assets;
    private final Competencies competencies;
    private final Clock clock;

    Drawing(ISpringWebFluxTemplateEngine engine, Assets assets, Competencies competencies, Clock clock) {
        this.engine = engine;
        this.assets = assets;
        this.competencies = competencies;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The pieces of an overview that these authorities have changed. Of more rows than are sent at most none is: the page
     * asks for the few that it shows.
     *
     * @param aloud whether a screen reader is told
     */
    Sent draw(Overview overview, Changed changed, boolean aloud, Page page) {
        var now = clock.instant();
        var bodies = overview.bodies().stream()
                .filter(body -> changed.contains(body.id()))
                .toList();
        var model = Map.<String, Object>ofEntries(
                entry("overview", overview),
                entry("bodies", bodies),
                entry("rows", bodies.size() <= MOST_ROWS),
                entry("changed", changed),
                entry("target", page.target()),
                entry("plural", Plural.in(page.locale())),
                entry("locale", page.locale()),
                entry("assets", assets),
                entry("competencies", competencies),
                entry("aloud", aloud),
                entry("at", LocalTime.ofInstant(now, Clock.ZONE)));
        var html = engine.process(
                "reporting/changes",
                Set.of(),
                new WebExpressionContext(
                        engine.getConfiguration(),
                        SITE.buildExchange(page.exchange(), page.locale(), MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                        page.locale(),
                        model));
        return event(html.strip(), now);
    }

    private static Sent event(String html, Instant now) {
        var head = ServerSentEvent.builder("").id(String.valueOf(now.toEpochMilli()));
        return new Sent(head.build().format() + html.replace("\n", "\ndata:") + "\n\n");
    }
}
