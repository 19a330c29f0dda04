package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0, 5",
        "en, 1, 1",
        "en, 2, 5",
        "en, 101, 5",
        "el, 1, 1",
        "it, 0, 5",
        "nl, 21, 5",
        "es, 1, 1",
        "sl, 0, 5",
        "sl, 1, 1",
        "sl, 2, 2",
        "sl, 3, 3",
        "sl, 4, 3",
        "sl, 5, 5",
        "sl, 101, 1",
        "sl, 102, 2",
        "sl, 111, 5",
        "ro, 0, 3",
        "ro, 1, 1",
        "ro, 2, 3",
        "ro, 19, 3",
        "ro, 20, 5",
        "ro, 100, 5",
        "ro, 101, 3",
        "ro, 119, 3",
        "ro, 120, 5"
    })
    void countsAsTheLanguageDoes(String language, long count, int form) {
        assertThat(Plural.in(Locale.forLanguageTag(language)).of(count)).isEqualTo(form);
    }
}
