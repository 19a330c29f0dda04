package eu.includeu.academy.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.platform.Conformance;
import eu.includeu.academy.platform.PrintExamples;
import eu.includeu.academy.platform.Reading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeafletPrintTest {

    private static final LeafletPrint PRINT = new LeafletPrint(PrintExamples.print());

    static List<Locale> languages() {
        return PrintExamples.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isOnePageForEveryoneInEveryLanguage(Locale language) {
        var pdf = PrintExamples.keep("leaflet-" + language, PRINT.pdf(language));
        var reading = Reading.of(pdf);

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(reading.pages()).isEqualTo(1);
        assertThat(reading.language()).isEqualTo(language.getLanguage());
        assertThat(reading.text()).contains("includeu@iom.int").doesNotContain("??");
        assertThat(reading.heightOf(last(language, "print.leaflet.countries")))
                .isLessThan(reading.heightOf(last(language, "print.leaflet.funder")) - 8);
        assertThat(reading.heightOf(last(language, "print.leaflet.say")))
                .isLessThan(reading.heightOf(last(language, "print.leaflet.funder")) - 8);
        assertThat(reading.rightmost()).isLessThan(210 - 18);
    }

    @Test
    void isReadAloudInOrder() {
        var reading = Reading.of(PrintExamples.keep("leaflet-en", PRINT.pdf(Locale.ENGLISH)));

        assertThat(reading.text())
                .containsSubsequence(
                        "Short lessons for the offices where integration happens",
                        "Five themes",
                        "Labour inclusion",
                        "Healthcare",
                        "Education",
                        "Active citizenship",
                        "Housing",
                        "Greece, Italy, the Netherlands, Romania, Slovenia and Spain",
                        "How it works",
                        "How your authority joins",
                        "includeu@iom.int",
                        "Funded by the European Union",
                        "Asylum, Migration and Integration Fund");
        assertThat(reading.title()).isEqualTo("The Includ-EU Academy in one page");
    }

    private static String last(Locale language, String key) {
        var words = PrintExamples.messages().getMessage(key, null, language).split(" ");
        return words[words.length - 2] + " " + words[words.length - 1];
    }
}
