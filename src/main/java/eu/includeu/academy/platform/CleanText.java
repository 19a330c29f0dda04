package eu.includeu.academy.platform;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns away what is not text: a query or a form whose bytes are not UTF-8, or that holds a zero character, which no
 * database column takes. Decoding leaves a replacement character where bytes made no sense; nobody types one.
 */
@Component
@Order(10)
class CleanText implements WebFilter {

    private static final char UNREADABLE = '\uFFFD';
    private static final char ZERO = '\u0000';

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return fields(exchange)
                .filter(CleanText::isClean)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not UTF-8 text")))
                .then(chain.filter(exchange));
    }

    private static Mono<List<MultiValueMap<String, String>>> fields(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod() == HttpMethod.POST
                        && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                                request.getHeaders().getContentType())
                ? exchange.getFormData().map(form -> List.of(request.getQueryParams(), form))
                : Mono.just(List.of(request.getQueryParams()));
    }

    private static boolean isClean(List<MultiValueMap<String, String>> parts) {
        return parts.stream()
                .flatMap(part -> part.entrySet().stream())
                .allMatch(field -> isClean(field.getKey())
                        && field.getValue().stream()
                                .filter(value -> value != null)
                                .allMatch(CleanText::isClean));
    }

    private static boolean isClean(String text) {
        return text.indexOf(UNREADABLE) < 0 && text.indexOf(ZERO) < 0;
    }
}
