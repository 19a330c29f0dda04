package eu.includeu.academy.format;

import static eu.includeu.academy.format.ModuleExamples.SMALL;
import static eu.includeu.academy.format.ModuleExamples.known;
import static eu.includeu.academy.format.ModuleExamples.problemsAfter;
import static eu.includeu.academy.format.ModuleExamples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleFormatTest {

    @Test
    void findsNothingWrongWithAWholeText() {
        assertThat(told(ModuleFormat.read(SMALL, known()))).isEmpty();
        assertThat(ModuleExamples.small().lessons())
                .extracting(Lesson::title)
                .containsExactly("The first", "The second");
    }

    /** Each case replaces one piece of the small module and expects these problems, or none. */
    static Stream<Arguments> cases() {
        return Stream.of(
                breaking("id: small-module", "id: Small_Module", "2 id format.module-id"),
                breaking("id: small-module", "id: [small]", "2 id format.not-text"),
                breaking("id: small-module", "id:", "2 id format.empty"),
                breaking("id: small-module", "idd: small-module", "2 id format.missing", "2 idd format.unknown-key"),
                breaking("version: 1.0.0", "version: 1.0", "3 version format.version-number"),
                breaking("language: en", "language: English please", "4 language format.language"),
                breaking("language: en", "language: en\ntranslation: machine", "5 translation format.unknown-key"),
                breaking("status: full", "status: half", "5 status format.not-one-of"),
                breaking("status: full", "status: outline", "24 status format.outline-with-lessons"),
                breaking("title: A small module", "title: [a, b]", "6 title format.not-text"),
                breaking("title: A small module", "title: ~", "6 title format.empty"),
                breaking("title: A small module", "title: \"A\\n\\nB\"", "6 title format.one-line"),
                breaking("title: A small module", "title: \"A\\0B\"", "6 title format.unwelcome-character"),
                breaking("title: A small module", "title: \"A\\u202EB\"", "6 title format.unwelcome-character"),
                breaking(
                        "title: A small module",
                        "title: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"",
                        "6 title format.text-too-long"),
                breaking("title: A small module", "title: A: B", "6  format.yaml"),
                breaking("title: A small module", "title: \"open", "6  format.quote-open"),
                breaking("title: A small module", "\ttitle: A", "6  format.tab"),
                breaking("title: A small module", "title: &a A small module", "6  format.yaml-alias"),
                breaking("title: A small module", "title: !!java.net.URL A", "6  format.yaml-tag"),
                breaking("title: A small module", "title: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]", "6  format.yaml-too-deep"),
                breaking("theme: housing", "theme: gardening", "8 theme format.not-one-of"),
                breaking(
                        "audience: [housing officers]",
                        "audience: housing officers",
                        "9 audience format.empty",
                        "9 audience format.not-a-list"),
                breaking("audience: [housing officers]", "audience: []", "9 audience format.empty"),
                breaking("minutes: 12", "minutes: 13", "10 minutes format.minutes"),
                breaking("minutes: 12", "minutes: twelve", "10 minutes format.not-whole"),
                breaking("minutes: 12", "minutes: 0", "10 minutes format.out-of-range"),
                breaking("minutes: 12", "minutes: 99999999999999", "10 minutes format.not-whole"),
                breaking("minutes: 12", "minutes: 12\nminutes: 12", "11 minutes format.key-twice"),
                breaking(
                        "HOU-2, from: 0, to: 1}",
                        "HOU-99, from: 0, to: 1}",
                        "12 teaches.competency format.no-such-competency"),
                breaking("from: 0, to: 1}", "from: 1, to: 1}", "12 teaches.to format.to-not-above-from"),
                breaking("from: 0, to: 1}", "from: 0, to: 5}", "12 teaches.to format.out-of-range"),
                breaking("from: 0, to: 1}", "from: 0, to: 2}", "11 teaches format.too-few-proofs"),
                breaking("from: 0, to: 1}", "from: 0}", "12 teaches.to format.missing"),
                breaking("from: 0, to: 1}", "from: 0, to: 1, at: 2}", "12 teaches.at format.unknown-key"),
                breaking(
                        "  - {competency: HOU-2, from: 0, to: 1}",
                        "  - {competency: HOU-2, from: 0, to: 1}\n  - {competency: HOU-2, from: 0, to: 1}",
                        "13 teaches.competency format.teaches-twice"),
                breaking(
                        "teaches:\n  - {competency: HOU-2, from: 0, to: 1}",
                        "teaches: []",
                        "11 teaches format.teaches-nothing"),
                breaking("requires: []", "requires: [{module: nowhere}]", "13 requires.module format.no-such-module"),
                breaking(
                        "requires: []",
                        "requires: [{module: small-module}]",
                        "13 requires.module format.requires-itself"),
                breaking(
                        "requires: []",
                        "requires: [{competency: HOU-2, min: 1}]",
                        "13 requires.min format.requires-what-it-teaches"),
                breaking("requires: []", "requires: [housing]", "13 requires format.not-a-map"),
                breaking("requires: []", "requires: [{competency: XCU-2, min: 1}, {module: eu-funding}]"),
                breaking("pass: 0.7", "pass: 70", "14 quiz.pass format.not-a-share"),
                breaking("pass: 0.7", "pass: 0", "14 quiz.pass format.not-a-share"),
                breaking("pass: 0.7", "pass: most", "14 quiz.pass format.not-number"),
                breaking("pass: 0.7", "pass: 1e-400", "14 quiz.pass format.not-number"),
                breaking("attempts: 3", "attempts: 0", "14 quiz.attempts format.out-of-range"),
                breaking("draw: all", "draw: 2"),
                breaking("draw: all", "draw: 3", "14 quiz format.draw-too-many"),
                breaking("draw: all", "draw: some", "14 quiz.draw format.not-whole"),
                breaking("certificate: {valid_months: 36}", "certificate: 36", "15 certificate format.not-a-map"),
                breaking("countries: [EU]", "countries: [GR]", "16 countries format.greece"),
                breaking("countries: [EU]", "countries: [NL, NO, EL]"),
                breaking("countries: [EU]", "countries: [XX]", "16 countries format.no-such-country"),
                breaking("review_by: 2027-11-30", "review_by: 2027-02-30", "17 review_by format.not-a-date"),
                breaking("unsure: []", "unsure: [\"One fact\"]"),
                breaking("unsure: []", "unsure: none", "18 unsure format.not-a-list"),
                breaking("  S2: \"A judgment\"\n", "", "54 S2 format.no-such-source"),
                breaking(
                        "  S2: \"A judgment\"",
                        "  S2: \"A judgment\"\n  S3: \"A report\"",
                        "22 sources.S3 format.source-unused"),
                breaking(
                        "  S2: \"A judgment\"",
                        "  S2: \"A judgment\"\n  Book: \"A book\"",
                        "22 sources.Book format.source-key",
                        "22 sources.Book format.source-unused"),
                breaking("unsure: []", "unsure: []\nextra: *all", "19  format.yaml-alias"),
                breaking("The first {minutes=6}", "The first", "24 lesson 1 format.lesson-heading"),
                breaking("1: The first {minutes=6}", "1: {minutes=6}", "24 lesson 1 format.lesson-title"),
                breaking("The first {minutes=6}", "The first {minutes=0}", "24 lesson 1 format.lesson-minutes"),
                breaking("The first {minutes=6}", "The first {minutes=x}", "24 lesson 1 format.lesson-minutes"),
                breaking("The first {minutes=6}", "A \\{set\\} {minutes=6}"),
                breaking("# Lesson 1: The first", "# Lesson 3: The first", "24 lesson 1 format.lesson-number"),
                breaking(
                        "# Lesson 1: The first {minutes=6}",
                        "The first",
                        "10 minutes format.minutes",
                        "24 lesson 1 format.text-before-lessons",
                        "28 lesson 1 format.lesson-number"),
                breaking("More text.", "", "28 lesson 2 format.lesson-empty"),
                breaking("More text.", "More <b>text</b>.", "30 lesson 2 format.raw-html"),
                breaking("More text.", "<script>alert(1)</script>", "30 lesson 2 format.raw-html"),
                breaking("More text.", "<!-- hidden -->", "30 lesson 2 format.raw-html"),
                breaking("More text.", "![alt](https://example.org/a.png)", "30 lesson 2 format.no-images"),
                breaking("More text.", "`code`", "30 lesson 2 format.no-code"),
                breaking("More text.", "    code", "30 lesson 2 format.no-code"),
                breaking("More text.", "[x](javascript:alert(1))", "30 lesson 2 format.link"),
                breaking("More text.", "[x](http://example.org)", "30 lesson 2 format.link"),
                breaking("More text.", "[x](//example.org)", "30 lesson 2 format.link"),
                breaking("More text.", "[x](data:text/html;base64,PHNjcmlwdD4=)", "30 lesson 2 format.link"),
                breaking("More text.", "[x](https://example.org) and [y](/library) and [z](mailto:a@example.org)"),
                breaking("More text.", "#### Deep", "30 lesson 2 format.heading-level"),
                breaking("More text.", "Text\n\n***", "32 lesson 2 format.no-rules"),
                breaking("More text.", "[a]: https://example.org", "30 lesson 2 format.no-definitions"),
                breaking("More text.", "More text [S7].", "30 S7 format.no-such-source"),
                breaking("More text.", "A | B\n--|--\n1 | [S1]\n\n> **Case.** One.\n\n1. *x*"),
                breaking("- id: q2", "- id: q1", "45 q1.id format.question-twice"),
                breaking("- id: q2", "- id: two", "45 question 2.id format.question-id"),
                breaking(
                        "- id: q2",
                        "- ident: q2",
                        "45 question 2.id format.missing",
                        "45 question 2.ident format.unknown-key"),
                breaking("type: order", "type: sorting", "46 q2.type format.not-one-of"),
                breaking(
                        "type: single",
                        "type: short",
                        "33 q1.accept format.missing",
                        "39 q1.options format.unknown-key",
                        "42 q1.answer format.unknown-key"),
                breaking(
                        "competency: HOU-2\n  level: 1\n  use",
                        "competency: XCU-2\n  level: 1\n  use",
                        "35 q1.competency format.not-taught"),
                breaking("level: 1\n  use", "level: 2\n  use", "36 q1.level format.level-not-taught"),
                breaking("use: [pre, post]", "use: [pre, during]", "37 q1.use format.not-one-of"),
                breaking("use: [pre, post]", "use: []", "37 q1.use question.no-use"),
                breaking("use: [pre, post]", "use: [pre]", "11 teaches format.too-few-proofs"),
                breaking("use: [pre, post]", "points: 0", "37 q1.points format.out-of-range"),
                breaking("answer: b", "answer: c", "42 q1.answer question.no-such-option"),
                breaking("answer: b", "answer: [b]", "42 q1.answer format.not-text"),
                breaking(
                        "{id: b, text: \"That one\"}",
                        "{id: a, text: \"That one\"}",
                        "39 q1.options question.option-twice",
                        "42 q1.answer question.no-such-option"),
                breaking("{id: b, text: \"That one\"}", "{id: b}", "41 q1.options.text format.missing"),
                breaking("answer: [one, two]", "answer: [one]", "53 q2.answer question.not-every-item-once"),
                breaking("answer: [one, two]", "answer: [one, three]", "53 q2.answer question.no-such-option"),
                breaking(
                        "stem: \"Which one?\"",
                        "stem: \"Which [one](https://example.org)?\"",
                        "38 q1.stem format.only-emphasis"),
                breaking("stem: \"Which one?\"", "stem: \"Which <b>one</b>?\"", "38 q1.stem format.only-emphasis"),
                breaking("stem: \"Which one?\"", "stem: \"Which one [S9]?\"", "38 S9 format.no-such-source"),
                breaking("stem: \"Which one?\"", "stem: \"Which *one* [S1]?\""),
                breaking("feedback: \"That one, because.\"", "feedback: \"\"", "43 q1.feedback format.empty"),
                breaking("source: [S2]", "source: []", "55 q2.source question.no-source"),
                breaking(
                        "source: [S2]",
                        "source: [S8]",
                        "21 sources.S2 format.source-unused",
                        "55 S8 format.no-such-source"),
                breaking("feedback: \"One comes before two.\"", "feedback: \"One", "54 quiz format.quote-open"),
                breaking("```\n", "", "32 quiz format.quiz-open"),
                breaking("source: [S2]\n```", "source: [S2]\n```\n\nMore", "58 quiz format.text-after-quiz"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheLineTheKeyAndTheReason(String piece, String replacement, List<String> expected) {
        assertThat(problemsAfter(piece, replacement)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void tellsEverythingAtOnceInTheOrderOfTheLines() {
        var broken = SMALL.replace("version: 1.0.0", "version: one")
                .replace("theme: housing", "theme: x")
                .replace("More text.", "<b>x</b>")
                .replace("answer: b", "answer: z")
                .replace("level: 1\n  stem", "level: 9\n  stem");
        assertThat(told(ModuleFormat.read(broken, known())))
                .containsExactly(
                        "3 version format.version-number",
                        "8 theme format.not-one-of",
                        "30 lesson 2 format.raw-html",
                        "42 q1.answer question.no-such-option",
                        "48 q2.level format.out-of-range");
    }

    @Test
    void checksEveryOtherQuestionWhenOneCannotBeRead() {
        var broken = SMALL.replace("stem: \"Which one?\"", "stem: \"Which one?")
                .replace("answer: [one, two]", "answer: [one]");
        assertThat(told(ModuleFormat.read(broken, known())))
                .containsExactly("38 quiz format.quote-open", "53 q2.answer question.not-every-item-once");
    }

    @Test
    void readsTextsFromAnyEditor() {
        var whole = ModuleExamples.small();
        assertThat(ModuleFormat.read("\uFEFF" + SMALL.replace("\n", "\r\n"), known())
                        .orRefuse())
                .isEqualTo(whole);
        assertThat(ModuleFormat.read(SMALL.replace("\n", "\r"), known()).orRefuse())
                .isEqualTo(whole);
        assertThat(ModuleFormat.read(SMALL.replace("---\n", "---  \n") + "\n\n", known())
                        .orRefuse())
                .isEqualTo(whole);
    }

    @Test
    void takesAnOutlineButDoesNotPublishIt() {
        var outline = SMALL.substring(0, SMALL.indexOf("# Lesson 1")).replace("status: full", "status: outline");
        var edition = ModuleFormat.read(outline, known()).orRefuse();
        assertThat(edition.lessons()).isEmpty();
        assertThat(edition.obstacles()).extracting(Problem::code).containsExactly("format.outline-not-published");
        assertThatThrownBy(edition::checkPublishable).isInstanceOf(Refused.class);
    }

    @Test
    void doesNotPublishWhatIsUnsure() {
        var edition = ModuleFormat.read(SMALL.replace("unsure: []", "unsure: [\"One fact\"]"), known())
                .orRefuse();
        assertThat(edition.obstacles()).extracting(Problem::code).containsExactly("format.unsure-not-published");
    }

    @Test
    void findsACircleOfRequirements() {
        var round = new Known(
                known().competencies(), Map.of("a", Set.of("b"), "b", Set.of("small-module"), "c", Set.of("c")));
        assertThat(told(ModuleFormat.read(SMALL.replace("requires: []", "requires: [{module: a}]"), round)))
                .containsExactly("13 requires.module format.requires-in-a-circle");
        assertThat(told(ModuleFormat.read(SMALL.replace("requires: []", "requires: [{module: c}]"), round)))
                .isEmpty();
    }

    @Test
    void refusesABrokenTextWithEveryProblem() {
        assertThatThrownBy(() -> ModuleFormat.read("Hello", known()).orRefuse())
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::code)
                        .containsExactly(
                                "format.no-front-matter",
                                "format.no-lessons",
                                "format.text-before-lessons",
                                "format.no-quiz"));
    }

    private static Arguments breaking(String piece, String replacement, String... expected) {
        return Arguments.of(piece, replacement, Collections.unmodifiableList(Arrays.asList(expected)));
    }
}
