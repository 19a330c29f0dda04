package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Assets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveView;
import reactor.core.publisher.Mono;

/** Gives every template, those of errors included, the {@link House} around it. */
public class HouseView extends ThymeleafReactiveView {

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
        return Mono.zip(Asker.account().map(Optional::of).defaultIfEmpty(Optional.empty()), csrf(exchange))
                .flatMap(both ->
                        super.render(furnished(model, both.getT1(), both.getT2(), exchange), contentType, exchange));
    }

    private Map<String, Object> furnished(
            @Nullable Map<String, ?> model,
            Optional<Account> me,
            Optional<CsrfToken> csrf,
            ServerWebExchange exchange) {
        var furnished = new HashMap<String, Object>(model == null ? Map.of() : model);
        csrf.ifPresent(
                token -> exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token));
        furnished.put(
                "house",
                House.of(
                        Objects.requireNonNull(exchange.getLocaleContext().getLocale())
                                .getLanguage(),
                        me.orElse(null),
                        csrf.map(CsrfToken::getToken).orElse(null),
                        exchange.getRequest()));
        furnished.put("assets", Objects.requireNonNull(getApplicationContext()).getBean(Assets.class));
        return furnished;
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
