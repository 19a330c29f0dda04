package eu.includeu.academy.reader;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Tries;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Prerequisite;
import eu.includeu.academy.questions.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module as its page shows it: what it teaches, its outline, what it asks for, and where the reader stands.
 *
 * @param edition in the reader's language where there is one
 * @param mine what the reader takes of it, or null
 * @param tries how often the reader has sat its quiz, or null
 * @param pretest whether there is a test to take before the first lesson
 */
public record ModuleView(
        Offer offer,
        Edition edition,
        List<Taught> taught,
        List<Prerequisite> prerequisites,
        @Nullable Enrolment mine,
        @Nullable Tries tries,
        Next next,
        Pretest pretest) {

    /** A test before the first lesson: none to take now, one to begin, or one to go on with. */
    public enum Pretest {
        NONE,
        OFFERED,
        OPEN;

        /** For somebody who has not taken the module up. */
        static Pretest entering(Edition edition, Next next, Optional<Attempt> begun) {
            var begins = next.kind() == Next.Kind.START && begun.isEmpty();
            return begins && !edition.itemsFor(Item.Use.PRE).isEmpty() ? OFFERED : NONE;
        }

        /** For somebody who takes the module; it is too late once a lesson was opened. */
        static Pretest in(Edition edition, Enrolment mine, Optional<Attempt> begun) {
            if (mine.state() != Enrolment.State.ENROLLED
                    || edition.itemsFor(Item.Use.PRE).isEmpty()) {
                return NONE;
            }
            return begun.isEmpty() ? OFFERED : begun.get().isGraded() ? NONE : OPEN;
        }

        public boolean is(String wanted) {
            return name().equals(wanted);
        }
    }

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
