package eu.includeu.academy.gate;

import eu.includeu.academy.platform.Languages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** The page that says "in a moment", made once for each language: it asks nobody anything. */
@Component
class TurnedAway {

    private static final String SECONDS = "5";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%2$s</title></head>
            <body><main><h1>%2$s</h1><p>%3$s</p></main></body></html>
            """;

    private final MessageSource messages;
    private final Counter count;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

    TurnedAway(MessageSource messages, MeterRegistry meters) {
        this.messages = messages;
        this.count = meters.counter("academy.gate.turned.away");
    }

    Mono<Void> answer(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        count.increment();
        var language = Languages.preferred(exchange);
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().setContentType(MediaType.TEXT_HTML);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(pages.computeIfAbsent(language, this::page))));
    }

    /**
     * The same in the last moment: another answer was about to be written, but its head waits for the database, such as for
     * the session that it changes. What Spring knows of the answer is closed by then; the line is not.
     */
    Mono<Void> answerInstead(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            return answer(exchange);
        }
        HttpServerResponse line = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        if (line.hasSentHeaders()) {
            return Mono.error(new TimeoutException("The answer took too long"));
        }
        count.increment();
        var language = Languages.preferred(exchange);
        return line.status(HttpStatus.SERVICE_UNAVAILABLE.value())
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML_VALUE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .sendByteArray(Mono.fromSupplier(() -> pages.computeIfAbsent(language, this::page)))
                .then();
    }

    private byte[] page(String language) {
        var locale = Locale.forLanguageTag(language);
        return PAGE.formatted(
                        language,
                        HtmlUtils.htmlEscape(messages.getMessage("problem.503.title", null, locale)),
                        HtmlUtils.htmlEscape(messages.getMessage("problem.503.text", null, locale)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
