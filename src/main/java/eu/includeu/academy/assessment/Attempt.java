package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Marked;
import eu.includeu.academy.questions.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One official's go at a quiz: the paper as it was drawn that day, and what it brought once it was handed in.
 *
 * @param subject the version whose quiz it is
 * @param ordinal which go it is, from 1, counted over all versions with the same major number; 0 is the test before the
 *     first lesson, which is no go at the quiz
 * @param allowed how many goes there were when this one began; nobody gets more by withdrawing
 * @param language the language of the paper
 * @param passMark the share of points that passes
 * @param grade null while it is open
 */
public record Attempt(
        Authority.Id authority,
        Id id,
        Account.Id official,
        VersionId subject,
        int ordinal,
        int allowed,
        String language,
        Paper paper,
        Fraction passMark,
        Instant opened,
        @Nullable Grade grade,
        int version) {

    /** The ordinal of the test before the first lesson. */
    static final int BEFORE = 0;

    /** Which attempt. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * What a handed-in paper brought. It never changes: what was announced as passed stays passed.
     *
     * @param share the points won out of all points, exactly
     * @param marks what each question brought
     */
    public record Grade(Fraction share, boolean passed, List<Marked> marks, Instant at) {

        public Grade {
            marks = List.copyOf(marks);
        }
    }

    /** Takes an answer, or a later one to the same question; an attempt that was handed in takes no more. */
    public Answer accept(int number, Answer given, Locale language) {
        Refused.when(isGraded(), "attempt.already-submitted");
        return paper.read(number, given, language);
    }

    /** Hands the paper in: it is marked at once, and passed if the share reaches the pass mark. */
    public Attempt submit(Map<Integer, Answer> answers, Instant now) {
        Refused.when(isGraded(), "attempt.already-submitted");
        var score = paper.score(answers);
        return graded(new Grade(score.share(), score.passes(passMark), paper.mark(answers), now));
    }

    /** Time is over: the answers so far count. */
    public Attempt timeOut(Map<Integer, Answer> answers, Instant now) {
        return submit(answers, now);
    }

    /** Whether it is the test before the first lesson, which measures where somebody begins and decides nothing. */
    public boolean isPretest() {
        return ordinal == BEFORE;
    }

    public boolean isGraded() {
        return grade != null;
    }

    public boolean isPassed() {
        return grade != null && grade.passed();
    }

    /** Whether no go is left after this one. */
    public boolean isLast() {
        return ordinal >= allowed;
    }

    /** Key and feedback are for whoever has passed the quiz, or has used the last go; nobody else is sent them. */
    public boolean isRevealed() {
        return grade != null && !isPretest() && (grade.passed() || isLast());
    }

    /** Key and feedback of every question, once they may be told. */
    public List<Paper.Explained> explain(Map<Integer, Answer> answers) {
        Refused.when(!isRevealed(), "attempt.not-yet-revealed");
        return paper.explain(answers);
    }

    /** The questions, by number from 0, that have no answer yet. */
    public List<Integer> unanswered(Map<Integer, Answer> answers) {
        return IntStream.range(0, paper.size())
                .filter(number -> answers.getOrDefault(number, Answer.NONE).isEmpty())
                .boxed()
                .toList();
    }

    private Attempt graded(Grade result) {
        return new Attempt(
                authority, id, official, subject, ordinal, allowed, language, paper, passMark, opened, result, version);
    }
}
