package eu.includeu.academy.format;

import static eu.includeu.academy.format.ModuleExamples.SMALL;
import static eu.includeu.academy.format.ModuleExamples.known;
import static eu.includeu.academy.format.ModuleExamples.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.catalogue.Edition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A translation beside its original. Its own language stands on line 4, and how far it can be trusted on line 5. */
class TranslationCheckTest {

    private static final String GREEK = SMALL.replace("language: en", "language: el\ntranslation: draft")
            .replace("A small module", "Μια μικρή ενότητα")
            .replace("The first", "Το πρώτο")
            .replace("Which one?", "Ποιο;")
            .replace("This one", "Αυτό");

    @Test
    void translatesWordsFreely() {
        var edition = translation(GREEK).orRefuse();
        assertThat(edition.translation()).isEqualTo(Edition.Translation.DRAFT);
        assertThat(edition.translation().key()).isEqualTo("draft");
        assertThat(edition.title()).isEqualTo("Μια μικρή ενότητα");
    }

    @Test
    void mayListOptionsInAnotherOrder() {
        var one = "    - {id: a, text: \"Αυτό\"}\n";
        var two = "    - {id: b, text: \"That one\"}\n";
        assertThat(told(translation(GREEK.replace(one + two, two + one)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1.0.0 | version: 1.0.1 | 3 version",
                "id: small-module | id: other-module | 2 id",
                "theme: housing | theme: labour | 9 theme",
                "pass: 0.7 | pass: 0.6 | 15 quiz",
                "valid_months: 36 | valid_months: 24 | 16 certificate",
                "2027-11-30 | 2028-11-30 | 18 review_by",
                "{minutes=6} | {minutes=7} | 25 lesson 1",
                "answer: b | answer: a | 34 q1",
                "{id: a, text | {id: c, text | 34 q1",
                "answer: [one, two] | answer: [two, one] | 46 q2",
                "use: [pre, post] | use: [post] | 34 q1",
                "source: [S1] | source: [S1, S2] | 34 q1"
            })
    void keepsEverythingElse(String piece, String replacement, String place) {
        assertThat(GREEK).contains(piece);
        var changed = GREEK.replace(piece, replacement)
                .replace("minutes: 12", replacement.contains("=7") ? "minutes: 13" : "minutes: 12");
        assertThat(told(translation(changed))).contains(place + " format.differs-from-original");
    }

    @Test
    void tellsALessonOrAQuestionTooFew() {
        var lesson = GREEK.substring(GREEK.indexOf("# Lesson 2"), GREEK.indexOf("```quiz"));
        var shorter = GREEK.replace(lesson, "").replace("minutes: 12", "minutes: 8");
        assertThat(told(translation(shorter))).contains("2 lessons format.lessons-of-original");
        var renamed = GREEK.replace("id: q2", "id: q3");
        assertThat(told(translation(renamed))).containsExactly("34 quiz format.questions-of-original");
    }

    @Test
    void isInAnotherLanguage() {
        assertThat(told(translation(GREEK.replace("language: el", "language: en"))))
                .containsExactly("4 language format.language-of-original");
        assertThat(told(translation(SMALL.replace("language: en", "language: el"))))
                .containsExactly("2 translation format.missing");
    }

    @Test
    void comparesAnswersOfEveryType() {
        var original = ModuleExamples.housing();
        var greek = ModuleExamples.text("housing-allocation.el");
        for (var change : List.of(
                "answer: true", "answer: 0.5", "answer: [a, b, c, e]", "{f1: r1, f2: r2,", "answer: [aim, who,")) {
            assertThat(greek).contains(change);
            var changed = greek.replace(
                    change,
                    switch (change) {
                        case "answer: true" -> "answer: false";
                        case "answer: 0.5" -> "answer: 0.6";
                        case "answer: [a, b, c, e]" -> "answer: [a, b, c]";
                        case "{f1: r1, f2: r2," -> "{f1: r2, f2: r1,";
                        default -> "answer: [who, aim,";
                    });
            assertThat(ModuleFormat.readTranslation(changed, known(), original).problems())
                    .extracting(FormatProblem::code)
                    .containsExactly("format.differs-from-original");
        }
    }

    private static ModuleReading translation(String text) {
        return ModuleFormat.readTranslation(text, known(), ModuleExamples.small());
    }
}
