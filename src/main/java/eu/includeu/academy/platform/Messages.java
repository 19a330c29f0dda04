package eu.includeu.academy.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of the academy: one bundle a feature under {@code messages/}, found by being there. */
@Configuration(proxyBeanMethods = false)
public class Messages {

    @Bean
    static MessageSource messageSource() throws IOException {
        return of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"));
    }

    /** Every file is read at the start: no request waits for one. A text that stands nowhere makes all of them be looked at. */
    private static void readNow(MessageSource source) {
        Languages.ALL.forEach(tag -> source.getMessage("", null, "", Locale.forLanguageTag(tag)));
    }

    private static MessageSource of(Resource[] bundles) {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(bundles)
                .map(bundle -> Objects.requireNonNull(bundle.getFilename()).replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .map(name -> "messages/" + name)
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        readNow(source);
        return source;
    }
}
