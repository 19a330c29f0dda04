package eu.includeu.academy.accounts;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.AsideResponse;
import eu.includeu.academy.platform.Assets;
import eu.includeu.academy.platform.KeptPage;
import eu.includeu.academy.platform.KeptPages;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveView;
import reactor.core.publisher.Mono;

/**
 * Gives every template, those of errors included, the {@link House} around it. A {@link KeptPage} is rendered for nobody
 * in particular and kept; what is the asker's own is put in when it is sent.
 */
public class HouseView extends ThymeleafReactiveView {

    /**
     * Who asks, and what for.
     *
     * @param notice what the page before left to be said, once
     */
    private record Asking(
            @Nullable Account account,
            @Nullable CsrfToken csrf,
            @Nullable String notice,
            House.Address address) {}

    /** What a kept page depends on besides itself: the house that it stands in, and how it is shown. */
    private record Key(
            @Nullable String template,
            Object page,
            String language,
            String mode,
            List<Role> roles,
            House.Address address) {}

    /**
     * Marks in place of what is one person's own: a name of two letters that nobody writes, and identifiers that nothing
     * bears.
     *
     * @param own the identifiers that stand for this person's, and {@code texts} the same as they are written
     * @param places what each mark stands for, as HTML
     */
    private record Marks(List<UUID> own, List<String> texts, Map<String, String> places) {

        private static final String NAME = "\uE001 \uE002";
        private static final String INITIALS = "\uE001\uE002";
        private static final String TOKEN = "\uE003";
        private static final Authority.Id AUTHORITY = new Authority.Id(mark(0));
        private static final String AT_AUTHORITY = AUTHORITY.toString();
        private static final List<UUID> ALL =
                IntStream.rangeClosed(1, 8).mapToObj(Marks::mark).toList();
        private static final List<String> TEXTS =
                ALL.stream().map(UUID::toString).toList();

        static Marks of(Account me, CsrfToken csrf, List<UUID> own) {
            var places = new HashMap<String, String>();
            places.put(NAME, HtmlUtils.htmlEscape(me.name()));
            places.put(INITIALS, HtmlUtils.htmlEscape(me.initials()));
            places.put(TOKEN, csrf.getToken());
            places.put(AT_AUTHORITY, me.authority().toString());
            for (var at = 0; at < own.size(); at++) {
                places.put(TEXTS.get(at), own.get(at).toString());
            }
            return new Marks(ALL.subList(0, own.size()), TEXTS.subList(0, own.size()), places);
        }

        /** An address with marks in it. */
        String marked(String address) {
            var marked = address;
            for (var text : texts) {
                marked = marked.replace(requireNonNull(places.get(text)), text);
            }
            return marked;
        }

        /** Nobody, with the same roles, asking for the same. */
        Asking nobody(Account me, CsrfToken csrf, House.Address address) {
            return new Asking(
                    new Account(
                            new Account.Id(AUTHORITY.value()),
                            "",
                            NAME,
                            me.language(),
                            me.mode(),
                            AUTHORITY,
                            me.roles().stream()
                                    .map(role -> new Account.Grant(role, AUTHORITY))
                                    .collect(Collectors.toUnmodifiableSet())),
                    new DefaultCsrfToken(csrf.getHeaderName(), csrf.getParameterName(), TOKEN),
                    null,
                    address);
        }

        private static UUID mark(int number) {
            return new UUID(0x8000L, 0x8000_0000_0000_0000L + number);
        }
    }

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> given, @Nullable MediaType contentType, ServerWebExchange exchange) {
        Map<String, ?> model = given == null ? Map.of() : given;
        return asking(exchange)
                .flatMap(asking -> model.get(KeptPage.ENTRY) instanceof KeptPage page
                        ? render(page, model, asking, contentType, exchange)
                        : super.render(furnished(model, asking, exchange), contentType, exchange));
    }

    private Mono<Void> render(
            KeptPage page,
            Map<String, ?> model,
            Asking asking,
            @Nullable MediaType contentType,
            ServerWebExchange exchange) {
        var me = asking.account();
        var csrf = asking.csrf();
        if (me == null || csrf == null || asking.notice() != null) {
            return super.render(furnished(joined(model, page.mine()), asking, exchange), contentType, exchange);
        }
        var marks = Marks.of(me, csrf, page.own());
        var address = asking.address().with(marks::marked);
        var key = new Key(getTemplateName(), page.key(), language(exchange), me.mode(), me.roles(), address);
        return requireNonNull(getApplicationContext())
                .getBean(KeptPages.class)
                .page(key, marks.places(), () -> {
                    var aside = new AsideResponse(exchange.getResponse());
                    return super.render(
                                    furnished(
                                            joined(model, page.model().apply(marks.own())),
                                            marks.nobody(me, csrf, address),
                                            exchange),
                                    contentType,
                                    exchange.mutate().response(aside).build())
                            .then(Mono.fromSupplier(aside::text));
                })
                .flatMap(bytes -> write(bytes, exchange));
    }

    private static Mono<Void> write(byte[] page, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(page)));
    }

    private static Map<String, Object> joined(Map<String, ?> model, Map<String, Object> page) {
        var joined = new HashMap<String, Object>(model);
        joined.putAll(page);
        return joined;
    }

    private Map<String, Object> furnished(Map<String, ?> model, Asking asking, ServerWebExchange exchange) {
        var furnished = new HashMap<String, Object>(model);
        if (asking.csrf() != null) {
            exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, asking.csrf());
        }
        if (asking.notice() != null) {
            furnished.putIfAbsent(Notice.ENTRY, asking.notice());
        }
        furnished.put(
                "house",
                House.of(
                        language(exchange),
                        asking.account(),
                        asking.csrf() == null ? null : asking.csrf().getToken(),
                        asking.address()));
        furnished.put("assets", requireNonNull(getApplicationContext()).getBean(Assets.class));
        return furnished;
    }

    private static String language(ServerWebExchange exchange) {
        return requireNonNull(exchange.getLocaleContext().getLocale()).getLanguage();
    }

    private static Mono<Asking> asking(ServerWebExchange exchange) {
        return Mono.zip(
                        SignedIn.account(exchange).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        csrf(exchange),
                        notice(exchange))
                .map(found -> new Asking(
                        found.getT1().orElse(null),
                        found.getT2().orElse(null),
                        found.getT3().orElse(null),
                        House.Address.of(exchange.getRequest())));
    }

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
