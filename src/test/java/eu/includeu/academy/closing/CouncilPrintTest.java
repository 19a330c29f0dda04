package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.platform.Conformance;
import eu.includeu.academy.platform.PrintExamples;
import eu.includeu.academy.platform.Reading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CouncilPrintTest {

    private static final CouncilPrint PRINT = new CouncilPrint(PrintExamples.print());
    private static final Competencies COMPETENCIES = CompetencyExamples.all();
    private static final String ANNEX =
            "https://academy.example/authorities/00000000-0000-0001-0000-000000000000/council.csv?from=2026-01&to=2026-06";

    static List<Locale> languages() {
        return PrintExamples.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void canBeArchivedAndReadAloudOnTwoPagesInEveryLanguage(Locale language) {
        var pdf = print("council-" + language, Councils.region(6, 3, COMPETENCIES, language), language);

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(Reading.of(pdf).pages()).isEqualTo(2);
        assertThat(Reading.of(pdf).text()).doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "12, 4", "60, 5"})
    void hasTwoPagesHoweverMuchThereIsToSay(int towns, int needs) {
        var greek = Locale.forLanguageTag("el");
        var pdf = print("council-" + towns, Councils.region(towns, needs, COMPETENCIES, greek), greek);

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(Reading.of(pdf).pages()).isEqualTo(2);
    }

    @Test
    void isReadAloudInOrderAndNamesTheRowOfEachFigure() {
        var council = Councils.region(6, 3, COMPETENCIES, Locale.ENGLISH);
        var reading = Reading.of(print("council-order", council, Locale.ENGLISH));

        assertThat(reading.text())
                .containsSubsequence(
                        "Includ-EU Academy",
                        "Training needs, January 2026 – June 2026",
                        "Region of Thessaly",
                        "Needs closed",
                        "rows " + council.closed().rows(),
                        "Where the places are",
                        "Region of Thessaly itself",
                        "What people gained",
                        "0.42",
                        "Modules completed",
                        "25 or more",
                        "What was closed",
                        "What is still open, and why",
                        "How this was counted",
                        "academy.example/authorities/");
        assertThat(reading.title()).startsWith("Report to the council of Region of Thessaly");
        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.tags()).contains("H1", "H2", "Table", "TH", "TD", "Figure", "Link");
    }

    private static byte[] print(String name, CouncilView council, Locale language) {
        return PrintExamples.keep(name, PRINT.pdf(council, ANNEX, language));
    }
}
