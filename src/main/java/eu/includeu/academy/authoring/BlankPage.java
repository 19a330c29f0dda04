package eu.includeu.academy.authoring;

import eu.includeu.academy.catalogue.Words;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The text a new module begins with: everything in its place, and words that say what belongs there. */
@Component
class BlankPage {

    private static final int LONGEST_TITLE = 90;

    private static final String TEXT = """
            ---
            id: %s
            version: 1.0.0
            language: %s
            status: full
            title: "%s"
            summary: "%s"
            theme: %s
            audience: ["%s"]
            minutes: 30
            teaches:
              - {competency: %s, from: %d, to: %d}
            requires: [%s]
            quiz: {minutes: 10, pass: 0.7, attempts: 3, wait_hours: 24, draw: all}
            certificate: {valid_months: 36}
            countries: [EU]
            review_by: %s
            unsure: ["%s"]
            sources:
              S1: "%s"
            ---

            # Lesson 1: %s {minutes=20}

            %s [S1]

            > **Case.** %s

            > **Check.** %s

            ```quiz
            - id: q1
              type: single
              competency: %s
              level: %d
              use: [pre, post]
              stem: "%s"
              options:
                - {id: a, text: "%s"}
                - {id: b, text: "%s"}
              answer: a
              feedback: "%s"
              source: [S1]
            - id: q2
              type: true_false
              competency: %s
              level: %d
              stem: "%s"
              answer: true
              feedback: "%s"
              source: [S1]
            ```
            """;

    private final Competencies competencies;
    private final MessageSource messages;

    BlankPage(Competencies competencies, MessageSource messages) {
        this.competencies = competencies;
        this.messages = messages;
    }

    /** A module of this title: {@link Refused} when the title, theme or language will not do. */
    Original write(String title, String theme, String language, LocalDate today) {
        var name = title.strip().replaceAll("\\p{Cntrl}", " ");
        Refused.checks()
                .when(name.isEmpty(), "title", "draft.title-missing")
                .when(name.length() > LONGEST_TITLE, "title", "draft.title-too-long", LONGEST_TITLE)
                .when(!competencies.hasTheme(theme), "theme", "draft.theme-missing")
                .when(!Languages.known(language), "language", "draft.language-missing")
                .done();
        return write(name, competencies.of(competencies.theme(theme)).get(0).at(1), language, today);
    }

    /** A module of this title that takes people to a rung from the one below. */
    Original write(String name, Rung rung, String language, LocalDate today) {
        var module = module(name);
        var locale = Locale.forLanguageTag(language);
        var competency = rung.competency();
        var from = rung.level() - 1;
        return Original.of(TEXT.formatted(
                module,
                language,
                quoted(name),
                word("summary", locale),
                competencies.find(competency).theme(),
                word("audience", locale),
                competency,
                from,
                rung.level(),
                from == 0 ? "" : "{competency: " + competency + ", min: " + from + "}",
                today.plusYears(1),
                word("unsure", locale),
                word("source", locale),
                word("lesson", locale),
                word("text", locale),
                word("case", locale),
                word("check", locale),
                competency,
                rung.level(),
                word("question", locale),
                word("right", locale),
                word("other", locale),
                word("why", locale),
                competency,
                rung.level(),
                word("statement", locale),
                word("why", locale)));
    }

    private String word(String key, Locale language) {
        return quoted(messages.getMessage("draft.blank." + key, null, language));
    }

    /** As it stands between quotation marks in the front matter. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** A name for addresses out of the title, as far as its letters go. */
    private static String module(String title) {
        var name = Words.folded(title).replaceAll("[^a-z0-9 ]", "").strip().replaceAll(" +", "-");
        var cut = name.length() > 60 ? name.substring(0, 60).replaceAll("-+$", "") : name;
        return cut.isEmpty() ? "new-module" : cut;
    }
}
