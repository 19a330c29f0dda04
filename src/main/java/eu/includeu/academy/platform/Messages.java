package eu.includeu.academy.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of the academy: one bundle a feature under {@code messages/}, found by being there. All are read at the
 * start into one table a language; what a language lacks stands there in English. A page looks up some hundred texts, so
 * those without arguments are kept as they will be shown.
 */
@Configuration(proxyBeanMethods = false)
public class Messages {

    @Bean
    static MessageSource messageSource() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var english = Table.of(bundles, "en", Locale.ENGLISH);
        var tables = new HashMap<String, Table>();
        for (var tag : Languages.ALL) {
            var locale = Locale.forLanguageTag(tag);
            tables.put(tag, tag.equals("en") ? english : english.with(Table.of(bundles, tag, locale)));
        }
        return new Texts(Map.copyOf(tables));
    }

    /**
     * The texts of one language.
     *
     * @param plain how each is shown when it takes no arguments
     */
    private record Table(Map<String, MessageFormat> formats, Map<String, String> plain) {

        static Table of(Resource[] bundles, String tag, Locale locale) throws IOException {
            var texts = new Properties();
            for (var bundle : bundles) {
                if (language(bundle).equals(tag)) {
                    try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                        texts.load(reader);
                    }
                }
            }
            return of(texts.stringPropertyNames().stream()
                    .collect(Collectors.toMap(
                            Function.identity(), code -> new MessageFormat(texts.getProperty(code), locale))));
        }

        private static Table of(Map<String, MessageFormat> formats) {
            return new Table(
                    Map.copyOf(formats),
                    formats.entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, entry -> entry.getValue().format(new Object[0]))));
        }

        Table with(Table other) {
            var both = new HashMap<>(formats);
            both.putAll(other.formats);
            return of(both);
        }

        /** {@code needs_el.properties} is Greek, {@code needs.properties} English. */
        private static String language(Resource bundle) {
            var name = requireNonNull(bundle.getFilename()).replace(".properties", "");
            return Arrays.stream(name.split("_")).skip(1).findFirst().orElse("en");
        }
    }

    /** Looks texts up; a language that we do not speak is answered in English. */
    private static final class Texts extends AbstractMessageSource {

        private final Map<String, Table> tables;

        Texts(Map<String, Table> tables) {
            this.tables = tables;
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            return table(locale).formats().get(code);
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return table(locale).plain().get(code);
        }

        private Table table(Locale locale) {
            var known = tables.get(locale.getLanguage());
            return known == null ? requireNonNull(tables.get("en")) : known;
        }
    }
}
