package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts what other features have to tell about needs on the pages of needs and on the overview. Above all needs it may be some
 * seconds old, as what others do is; whatever somebody does themselves is told at once.
 */
@ControllerAdvice(
        basePackages = {"eu.includeu.academy.matching", "eu.includeu.academy.needs", "eu.includeu.academy.reporting"})
class Telling implements WebFilter {

    private static final int KEPT_AT_MOST = 5_000;
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** Whose news, in which language; about one need, or about all when none is named. */
    private record Asked(Account me, Locale locale, Need.@Nullable Id need) {}

    private final ObjectProvider<NeedNews> sources;
    private final TransactionalOperator transaction;
    private final Remembered<Asked, List<NeedNews.Line>> aboutAll = Remembered.of(KEPT_AT_MOST, KEPT, this::gather);

    Telling(ObjectProvider<NeedNews> sources, TransactionalOperator transaction) {
        this.sources = sources;
        this.transaction = transaction;
    }

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
        var asked = new Asked(me, locale, named(path));
        return asked.need() == null ? aboutAll.get(asked) : gather(asked);
    }

    /** All of it in one transaction: each source would otherwise take a connection of its own, one after the other. */
    private Mono<List<NeedNews.Line>> gather(Asked asked) {
        return Flux.fromStream(sources.orderedStream())
                .concatMap(source -> source.of(asked.me(), asked.locale(), asked.need()))
                .flatMapIterable(lines -> lines)
                .collectList()
                .as(transaction::transactional);
    }

    /** Whoever has sent a form is told anew, from before its answer is on the way. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var answered = chain.filter(exchange);
        return exchange.getRequest().getMethod() == HttpMethod.POST
                ? exchange.<Authentication>getPrincipal()
                        .doOnNext(whoever ->
                                exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> forget(whoever))))
                        .then(answered)
                : answered;
    }

    private void forget(Authentication whoever) {
        if (whoever.getPrincipal() instanceof Account me && me.may(Action.SEE_NEEDS)) {
            aboutAll.forgetIf(asked -> asked.me().id().equals(me.id()));
        }
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
