package eu.includeu.academy.reader;

import eu.includeu.academy.assessment.Tries;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Prerequisite;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A module as its page shows it: what it teaches, its outline, what it asks for, and where the reader stands.
 *
 * @param edition in the reader's language where there is one
 * @param mine what the reader takes of it, or null
 * @param tries how often the reader has sat its quiz, or null
 */
public record ModuleView(
        Offer offer,
        Edition edition,
        List<Taught> taught,
        List<Prerequisite> prerequisites,
        @Nullable Enrolment mine,
        @Nullable Tries tries,
        Next next) {

    /**
     * A step in words: from which level to which, and what one can do then.
     *
     * @param statement in English, until it is translated
     */
    public record Taught(
            Competency.Id id, String theme, String name, int from, int to, String level, String statement) {}

    static List<Taught> taught(Offer offer, Competencies competencies, Locale reader) {
        return offer.teaches().stream()
                .map(teaching -> {
                    var competency = competencies.find(teaching.competency());
                    return new Taught(
                            competency.id(),
                            competency.theme(),
                            competency.name(reader),
                            teaching.from(),
                            teaching.to(),
                            competencies.level(teaching.to()).name(reader),
                            competency.statement(teaching.to()));
                })
                .toList();
    }

    /** The languages in which it can be read, in themselves. */
    public List<String> languages() {
        return offer.languages().stream().map(Languages::nameOf).toList();
    }

    public int passPercent() {
        return offer.quiz().passMark().percent();
    }

    public boolean isDone(int lesson) {
        return mine != null && mine.isDone(lesson);
    }

    /** One word a lesson for the strip of tiles. */
    public List<String> strip() {
        return mine == null ? edition.lessons().stream().map(lesson -> "empty").toList() : mine.strip();
    }
}
