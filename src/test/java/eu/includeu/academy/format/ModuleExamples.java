package eu.includeu.academy.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.CompetencyExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Module texts to start from: those that ship with the academy, and one small enough to be read at a glance. */
public final class ModuleExamples {

    private static final Path CONTENT = Path.of("src/main/resources/content");
    private static final Competencies COMPETENCIES = CompetencyExamples.all();

    /** A whole module in a few lines, with a question of each type. */
    public static final String SMALL = """
            ---
            id: small-module
            version: 1.0.0
            language: en
            status: full
            title: A small module
            summary: What it is about.
            theme: housing
            audience: [housing officers]
            minutes: 12
            teaches:
              - {competency: HOU-2, from: 0, to: 1}
            requires: []
            quiz: {minutes: 2, pass: 0.7, attempts: 3, wait_hours: 24, draw: all}
            certificate: {valid_months: 36}
            countries: [EU]
            review_by: 2027-11-30
            unsure: []
            sources:
              S1: "A directive"
              S2: "A judgment"
            ---

            # Lesson 1: The first {minutes=6}

            Some text with a source [S1].

            # Lesson 2: The second {minutes=4}

            More text.

            ```quiz
            - id: q1
              type: single
              competency: HOU-2
              level: 1
              use: [pre, post]
              stem: "Which one?"
              options:
                - {id: a, text: "This one"}
                - {id: b, text: "That one"}
              answer: b
              feedback: "That one, because."
              source: [S1]
            - id: q2
              type: order
              competency: HOU-2
              level: 1
              stem: "In which order?"
              items:
                - {id: one, text: "First"}
                - {id: two, text: "Second"}
              answer: [one, two]
              feedback: "One comes before two."
              source: [S2]
            ```
            """;

    private ModuleExamples() {}

    public static Known known() {
        return Known.of(COMPETENCIES).with(originals());
    }

    public static List<String> originals() {
        return all().stream().filter(name -> !name.contains(".")).toList();
    }

    public static List<String> all() {
        try (var files = Files.list(CONTENT)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(String name) {
        try {
            return Files.readString(CONTENT.resolve(name + ".md"), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Edition housing() {
        return ModuleFormat.read(text("housing-allocation"), known()).orRefuse();
    }

    public static Edition small() {
        return ModuleFormat.read(SMALL, known()).orRefuse();
    }

    /** The problems of the small module with one piece of its text replaced: line, key and code. */
    static List<String> problemsAfter(String piece, String replacement) {
        if (!SMALL.contains(piece)) {
            throw new IllegalArgumentException(piece);
        }
        return told(ModuleFormat.read(SMALL.replace(piece, replacement), known()));
    }

    static List<String> told(ModuleReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.line() + " " + problem.key() + " " + problem.code())
                .toList();
    }
}
