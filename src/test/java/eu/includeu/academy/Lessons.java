package eu.includeu.academy;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;

/** Texts of small modules to publish in a test. */
public final class Lessons {

    private Lessons() {}

    /** A module name that no other test uses. */
    public static String name() {
        return "test-" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** A module with so many lessons, no prerequisites, and a quiz of five questions; right answers begin with RIGHT. */
    public static String module(String id, int lessons) {
        return module(id, "1.0.0", lessons, "[]", 3, 0);
    }

    public static String module(String id, String version, int lessons, String requires, int attempts, int waitHours) {
        return """
            ---
            id: %s
            version: %s
            language: en
            status: full
            title: Module %s
            summary: What it is about.
            theme: housing
            audience: [housing officers]
            minutes: %d
            teaches:
              - {competency: HOU-2, from: 0, to: 1}
            requires: %s
            quiz: {minutes: 5, pass: 0.7, attempts: %d, wait_hours: %d, draw: all}
            certificate: {valid_months: 36}
            countries: [EU]
            review_by: 2028-11-30
            unsure: []
            sources:
              S1: "The first directive"
              S2: "The second directive"
            ---

            %s
            %s
            """.formatted(
                        id, version, id, lessons * 5 + 5, requires, attempts, waitHours, texts(lessons, "Lesson"), QUIZ)
                .replaceAll("(?m)^            ", "");
    }

    /** The same module, translated by a machine. */
    public static String translation(String original, String language) {
        return original.replace("language: en", "language: " + language + "\ntranslation: machine")
                .replace("title: Module", "title: Übersetzung")
                .replace("It says something", "Λέει κάτι");
    }

    /** What gets full marks on the page of such a quiz, for the question at this place. */
    public static String[] right(Document paper, int place) {
        return switch (place) {
            case 3 -> new String[] {"true"};
            case 4 -> new String[] {"1.5"};
            case 5 -> new String[] {"secret-word, with comma"};
            default ->
                paper.select("#q" + place + " label.opt").stream()
                        .filter(option -> option.text().contains("RIGHT"))
                        .map(option -> option.select("input").val())
                        .toArray(String[]::new);
        };
    }

    private static String texts(int lessons, String word) {
        return IntStream.rangeClosed(1, lessons)
                .mapToObj(number -> "# %s %d: Title of lesson %d {minutes=5}\n\nIt says something [S%d] in part %d.\n"
                        .formatted(word, number, number, number == 1 ? 1 : 2, number))
                .collect(Collectors.joining("\n"));
    }

    private static final String QUIZ = """
            ```quiz
            - id: q1
              type: single
              competency: HOU-2
              level: 1
              stem: "Which one?"
              options:
                - {id: a, text: "RIGHT single"}
                - {id: b, text: "Other single"}
                - {id: c, text: "Third single"}
              answer: a
              feedback: "SECRET-FEEDBACK one."
              source: [S1]
            - id: q2
              type: multiple
              competency: HOU-2
              level: 1
              stem: "Which ones?"
              options:
                - {id: a, text: "RIGHT first"}
                - {id: b, text: "RIGHT second"}
                - {id: c, text: "Other multiple"}
              answer: [a, b]
              feedback: "SECRET-FEEDBACK two."
              source: [S2]
            - id: q3
              type: true_false
              competency: HOU-2
              level: 1
              stem: "Is it so?"
              answer: true
              feedback: "SECRET-FEEDBACK three."
              source: [S1]
            - id: q4
              type: numeric
              competency: HOU-2
              level: 1
              stem: "How much?"
              answer: 1.5
              tolerance: 0.01
              unit: "metres"
              feedback: "SECRET-FEEDBACK four."
              source: [S2]
            - id: q5
              type: short
              competency: HOU-2
              level: 1
              stem: "What is it called?"
              accept: ["SECRET-WORD, with comma"]
              feedback: "SECRET-FEEDBACK five."
              source: [S1]
            ```
            """;
}
