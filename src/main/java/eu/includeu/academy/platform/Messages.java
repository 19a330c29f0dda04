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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of the academy: one bundle a feature under {@code messages/}, found by being there. All are read at the
 * start into one table a language; what a language lacks is answered in English. A page looks up some hundred texts, so
 * those without arguments are kept as they will be shown.
 */
@Configuration(proxyBeanMethods = false)
public class Messages {

    @Bean
    static MessageSource messageSource() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var tables = new HashMap<String, Table>();
        for (var tag : Languages.ALL) {
            tables.put(tag, Table.of(bundles, tag));
        }
        return new Texts(Map.copyOf(tables));
    }

    /**
     * The texts of one language.
     *
     * @param patterns as they stand in the files
     * @param plain how each is shown when it takes no arguments
     * @param formats those that were asked for with arguments, ready for the next who asks
     */
    private record Table(
            Locale locale,
            Map<String, String> patterns,
            Map<String, String> plain,
            Map<String, MessageFormat> formats) {

        static Table of(Resource[] bundles, String tag) throws IOException {
            var texts = new Properties();
            for (var bundle : bundles) {
                if (language(bundle).equals(tag)) {
                    try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                        texts.load(reader);
                    }
                }
            }
            var locale = Locale.forLanguageTag(tag);
            var patterns = new HashMap<String, String>();
            var plain = new HashMap<String, String>();
            for (var code : texts.stringPropertyNames()) {
                var pattern = requireNonNull(texts.getProperty(code));
                patterns.put(code, pattern);
                plain.put(code, shown(pattern, locale));
            }
            return new Table(locale, Map.copyOf(patterns), Map.copyOf(plain), new ConcurrentHashMap<>());
        }

        /** Most texts hold nothing that a format would read, and are shown as they are. */
        private static String shown(String pattern, Locale locale) {
            return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                    ? pattern
                    : new MessageFormat(pattern, locale).format(new Object[0]);
        }

        @Nullable
        MessageFormat format(String code) {
            var pattern = patterns.get(code);
            return pattern == null ? null : formats.computeIfAbsent(code, first -> new MessageFormat(pattern, locale));
        }

        /** {@code needs_el.properties} is Greek, {@code needs.properties} English. */
        private static String language(Resource bundle) {
            var name = requireNonNull(bundle.getFilename()).replace(".properties", "");
            return Arrays.stream(name.split("_")).skip(1).findFirst().orElse("en");
        }
    }

    /** Looks texts up; what a language lacks, and a language that we do not speak, is answered in English. */
    private static final class Texts extends AbstractMessageSource {

        private final Map<String, Table> tables;
        private final Table english;

        Texts(Map<String, Table> tables) {
            this.tables = tables;
            this.english = requireNonNull(tables.get("en"));
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            var known = table(locale).format(code);
            return known == null ? english.format(code) : known;
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            var known = table(locale).plain().get(code);
            return known == null ? english.plain().get(code) : known;
        }

        private Table table(Locale locale) {
            return tables.getOrDefault(locale.getLanguage(), english);
        }
    }
}
