package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts what other features have to tell about needs on the pages of needs and on the overview. */
@ControllerAdvice(
        basePackages = {"eu.includeu.academy.matching", "eu.includeu.academy.needs", "eu.includeu.academy.reporting"})
class Telling {

    private final ObjectProvider<NeedNews> sources;
    private final TransactionalOperator transaction;

    Telling(ObjectProvider<NeedNews> sources, TransactionalOperator transaction) {
        this.sources = sources;
        this.transaction = transaction;
    }

    /** All of it in one transaction: each source would otherwise take a connection of its own, one after the other. */
    @ModelAttribute("news")
    Mono<List<NeedNews.Line>> news(
            @AuthenticationPrincipal @Nullable Account me, ServerWebExchange exchange, Locale locale) {
        var path = exchange.getRequest().getPath().value();
        var shown = path.equals("/needs") || path.equals("/overview") || named(path) != null;
        if (me == null
                || !shown
                || !me.may(Action.SEE_NEEDS)
                || exchange.getRequest().getMethod() != HttpMethod.GET) {
            return Mono.just(List.of());
        }
        return Flux.fromStream(sources.orderedStream())
                .concatMap(source -> source.of(me, locale, named(path)))
                .flatMapIterable(lines -> lines)
                .collectList()
                .as(transaction::transactional);
    }

    /** The need of an address such as {@code /needs/{id}}, or null. */
    private static Need.@Nullable Id named(String path) {
        if (!path.startsWith("/needs/")) {
            return null;
        }
        try {
            return new Need.Id(UUID.fromString(path.substring("/needs/".length())));
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
