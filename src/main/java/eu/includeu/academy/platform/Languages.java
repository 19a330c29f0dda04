package eu.includeu.academy.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The seven languages of the academy, and which of them a request is answered in. */
public final class Languages {

    /** In the order of the switch; English first, for it is the one that is always complete. */
    public static final List<String> ALL = List.of("en", "el", "es", "it", "nl", "ro", "sl");

    /** Where a filter leaves the language it has found; also the name of the session's entry and of the parameter. */
    public static final String ATTRIBUTE = "language";

    private static final List<Locale> LOCALES =
            ALL.stream().map(Locale::forLanguageTag).toList();

    private static final Map<String, LocaleContext> CONTEXTS = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), tag -> new SimpleLocaleContext(Locale.forLanguageTag(tag))));

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9,;=.*\\- ]+");

    private Languages() {}

    public static boolean known(@Nullable String tag) {
        return tag != null && ALL.contains(tag);
    }

    private static final Map<String, String> NAMES =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Languages::ownName));

    /** The language's name in itself, with a capital: Ελληνικά. */
    public static String nameOf(String tag) {
        var known = NAMES.get(tag);
        return known == null ? ownName(tag) : known;
    }

    private static String ownName(String tag) {
        var locale = Locale.forLanguageTag(tag);
        var name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** What the browser asks for, as far as we speak it. */
    public static String preferred(ServerWebExchange exchange) {
        var ranges = Locale.LanguageRange.parse(
                acceptable(exchange.getRequest().getHeaders().getFirst("Accept-Language")));
        var found = Locale.lookup(ranges, LOCALES);
        return found == null ? "en" : found.getLanguage();
    }

    private static String acceptable(@Nullable String header) {
        return header == null
                        || header.length() > 200
                        || !ACCEPTABLE.matcher(header).matches()
                ? "en"
                : header;
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        LocaleContextResolver localeContextResolver() {
            return new LocaleContextResolver() {

                @Override
                public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
                    String found = exchange.getAttribute(ATTRIBUTE);
                    return Objects.requireNonNull(CONTEXTS.get(found == null ? preferred(exchange) : found));
                }

                @Override
                public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
                    throw new UnsupportedOperationException(HttpMethod.GET + " ?language= changes the language");
                }
            };
        }
    }
}
