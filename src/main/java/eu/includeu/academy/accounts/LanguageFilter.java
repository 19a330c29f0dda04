package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Languages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds the language of a request: what the address asks for, then what the visitor chose before, then what the person
 * has set, then what the browser prefers. A choice made in the address is kept for the visit.
 */
@Component
@Order(0)
class LanguageFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return language(exchange)
                .doOnNext(tag -> exchange.getAttributes().put(Languages.ATTRIBUTE, tag))
                .then(chain.filter(exchange));
    }

    private static Mono<String> language(ServerWebExchange exchange) {
        var wanted = exchange.getRequest().getQueryParams().getFirst(Languages.ATTRIBUTE);
        if (wanted != null && Languages.known(wanted)) {
            return exchange.getSession()
                    .doOnNext(session -> session.getAttributes().put(Languages.ATTRIBUTE, wanted))
                    .thenReturn(wanted);
        }
        return exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(session.<String>getAttribute(Languages.ATTRIBUTE)))
                .switchIfEmpty(SignedIn.account().map(Account::language))
                .switchIfEmpty(Mono.fromSupplier(() -> Languages.preferred(exchange)));
    }
}
