package eu.includeu.academy.accounts;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.platform.Assets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveView;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple3;

/** Gives every template, those of errors included, the {@link House} around it. */
public class HouseView extends ThymeleafReactiveView {

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
        return Mono.zip(
                        SignedIn.account(exchange).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        csrf(exchange),
                        notice(exchange))
                .map(found -> furnished(model, found, exchange))
                .flatMap(furnished -> super.render(furnished, contentType, exchange));
    }

    private Map<String, Object> furnished(
            @Nullable Map<String, ?> model,
            Tuple3<Optional<Account>, Optional<CsrfToken>, Optional<String>> found,
            ServerWebExchange exchange) {
        var furnished = new HashMap<String, Object>(model == null ? Map.of() : model);
        found.getT2().ifPresent(token -> exchange.getAttributes()
                .put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token));
        found.getT3().ifPresent(notice -> furnished.putIfAbsent(Notice.ENTRY, notice));
        furnished.put(
                "house",
                House.of(
                        requireNonNull(exchange.getLocaleContext().getLocale()).getLanguage(),
                        found.getT1().orElse(null),
                        found.getT2().map(CsrfToken::getToken).orElse(null),
                        exchange.getRequest()));
        furnished.put("assets", requireNonNull(getApplicationContext()).getBean(Assets.class));
        return furnished;
    }

    /** What the page before left to be said, once. */
    private static Mono<Optional<String>> notice(ServerWebExchange exchange) {
        return exchange.getSession()
                .map(session ->
                        Optional.ofNullable((String) session.getAttributes().remove(Notice.ENTRY)));
    }

    /** A token makes a session, so a visitor gets one only where there is a form to send. */
    private static Mono<Optional<CsrfToken>> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return exchange.getSession()
                .filter(session -> session.isStarted()
                        || exchange.getRequest().getPath().value().equals("/sign-in"))
                .flatMap(session -> token)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
