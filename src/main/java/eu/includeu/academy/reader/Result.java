package eu.includeu.academy.reader;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Sheet;
import eu.includeu.academy.assessment.Tries;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Marked;
import eu.includeu.academy.questions.Paper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a handed-in quiz brought, as its page shows it: the score in words, what to read again, what comes next. Key and
 * feedback are in it only when they may be told.
 *
 * @param enrolment the enrolment it belongs to, or null when that was given up
 */
public record Result(
        Sheet sheet, Offer offer, Edition edition, @Nullable Enrolment enrolment, Tries tries, Next next) {

    /** A lesson to read again, with its sources on which a question that was not right rests. */
    public record Reread(Lesson lesson, @Nullable String href, List<Source> sources) {}

    public Attempt attempt() {
        return sheet.attempt();
    }

    /** Whether it was the test before the first lesson, which is neither passed nor failed. */
    public boolean isPretest() {
        return attempt().isPretest();
    }

    public boolean isPassed() {
        return attempt().isPassed();
    }

    /** Full per cents, rounded down. */
    public int percent() {
        return grade().share().percent();
    }

    public int needed() {
        return offer.quiz().passMark().percent();
    }

    public int right() {
        return (int) marks().stream().filter(Marked::isRight).count();
    }

    public int questions() {
        return marks().size();
    }

    /** The points won, to two places at most, rounded down. */
    public BigDecimal points() {
        var won = grade().share().times(possible());
        return new BigDecimal(won.numerator())
                .divide(new BigDecimal(won.denominator()), MathContext.DECIMAL64)
                .setScale(2, RoundingMode.DOWN)
                .stripTrailingZeros();
    }

    public int possible() {
        return marks().stream().mapToInt(Marked::points).sum();
    }

    /** The lessons that cite the sources of questions that were not fully right. */
    public List<Reread> reread() {
        var keys = marks().stream()
                .filter(marked -> !marked.mark().equals(Fraction.ALL))
                .flatMap(marked -> marked.sources().stream())
                .distinct()
                .toList();
        return edition.lessonsCiting(keys).stream()
                .map(lesson -> new Reread(
                        lesson,
                        href(lesson),
                        edition.sourcesUsedBy(lesson).stream()
                                .filter(source -> keys.contains(source.key()))
                                .toList()))
                .toList();
    }

    /** Key and feedback of every question; nothing while they may not be told. */
    public List<Paper.Explained> explained() {
        return attempt().isRevealed() ? sheet.explained() : List.of();
    }

    private Attempt.Grade grade() {
        return Objects.requireNonNull(attempt().grade());
    }

    private List<Marked> marks() {
        return grade().marks();
    }

    private @Nullable String href(Lesson lesson) {
        return enrolment == null ? null : "/enrolments/" + enrolment.id() + "/lessons/" + lesson.number();
    }
}
