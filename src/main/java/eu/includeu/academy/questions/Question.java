package eu.includeu.academy.questions;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;

/**
 * Something to be answered. Its type, its stored kind and its template share one name.
 *
 * <p>A question holds its key. Pages are given what {@link #shown} returns, which has none.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Question permits Single, Multiple, TrueFalse, Numeric, Order, Match, ShortText {

    /** The name of the form field, and of the problem, in which an answer stands. */
    String GIVEN = "given";

    int LONGEST_STEM = 2_000;

    /** What is asked, in inline Markdown. */
    String stem();

    /** The question as one paper puts it: options shuffled, and named by letters that tell nothing. */
    Question shuffled(Chance chance);

    /** What an official sees: never the key. */
    Shown shown();

    /**
     * Reads what was given in the language of the page, and returns it as it is kept. What cannot be an answer is refused
     * with the reason; an empty answer is always one.
     */
    Answer read(Answer given, Locale language);

    /** Marks an answer, from nothing to one; the paper multiplies by the points. */
    Fraction mark(Answer answer);

    /** An answer that gets full marks. */
    Answer key();

    /** What is the same in every language: identifiers and the key, without any words. */
    List<Object> bones();

    default String kind() {
        return getClass().getSimpleName();
    }

    /** Begins the checks of a question as its author wrote it. */
    static Refused.Checks check(String stem) {
        return Refused.checks()
                .when(stem.isBlank(), "stem", "question.no-stem")
                .when(stem.length() > LONGEST_STEM, "stem", "question.stem-too-long", LONGEST_STEM);
    }
}
