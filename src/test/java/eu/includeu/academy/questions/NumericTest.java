package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.ITALIAN;
import static eu.includeu.academy.questions.Examples.numeric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, true",
        "0.500, true",
        "0.505, true",
        "0.495, true",
        "0.5051, false",
        "0.4949, false",
        "-0.5, false",
        "50, false"
    })
    void isExactAtTheEdgeOfTheTolerance(String number, boolean right) {
        assertThat(numeric().mark(Answer.of(number))).isEqualTo(Fraction.when(right));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1.5 | 1.5",
                "en | 1,5 | 1.5",
                "en | 42,000 | 42000",
                "en | 42,000.5 | 42000.5",
                "en | 0,500 | 0.500",
                "en | ' +7 ' | 7",
                "en | −3 | -3",
                "en | 42 000 | 42000",
                "it | 1,5 | 1.5",
                "it | 1.5 | 1.5",
                "it | 42.000 | 42000",
                "it | 1.234.567,8 | 1234567.8",
                "it | 0.500 | 0.500",
                "el | 0,50 | 0.50",
                "nl-BE | 42.000 | 42000",
                "sl | 12.5 | 12.5"
            })
    void readsNumbersAsTheLanguageWritesThem(String language, String typed, String kept) {
        var locale = Locale.forLanguageTag(language);
        assertThat(numeric().read(Answer.of(typed), locale)).isEqualTo(Answer.of(kept));
    }

    @Test
    void givesBackWhatWasTyped() {
        var kept = numeric().read(Answer.of("0,500"), ITALIAN);
        assertThat(kept.number(ITALIAN)).isEqualTo("0,500");
        assertThat(kept.number(ENGLISH)).isEqualTo("0.500");
        var thousandths = numeric().read(Answer.of("1,234"), ITALIAN);
        assertThat(numeric().read(Answer.of(thousandths.number(ITALIAN)), ITALIAN))
                .isEqualTo(thousandths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half",
                "0.5 %",
                "1e3",
                "1e999999999",
                "--1",
                "1.2.3,4,5",
                "NaN",
                "Infinity",
                "0x10",
                ".",
                ",",
                "-",
                "٣",
                "5\u0000",
                "111111111111111111111111111111111111111111111111111111111111111111111111111"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThatThrownBy(() -> numeric().read(Answer.of(typed), ENGLISH)).hasMessage("answer.not-a-number");
        assertThatThrownBy(() -> numeric().read(Answer.of(typed), ITALIAN)).hasMessage("answer.not-a-number");
        assertThat(numeric().mark(Answer.of(typed))).isEqualTo(Fraction.NONE);
    }

    @Test
    void refusesTooManyDigitsAndLines() {
        assertThatThrownBy(() -> numeric().read(Answer.of("1234567890123456"), ENGLISH))
                .hasMessage("answer.number-too-long");
        assertThatThrownBy(() -> numeric().read(Answer.of("1", "2"), ENGLISH)).hasMessage("answer.one-line-only");
    }

    @Test
    void refusesAKeyThatCannotBeMet() {
        var one = BigDecimal.ONE;
        assertThatThrownBy(() -> new Numeric("?", one, one.negate(), "euro"))
                .hasMessage("question.tolerance-below-zero");
        assertThatThrownBy(() -> new Numeric("?", new BigDecimal("1e999999999"), one, "euro"))
                .hasMessage("question.number-too-long");
        assertThatThrownBy(() -> new Numeric("?", one, one, " ")).hasMessage("question.no-unit");
    }
}
