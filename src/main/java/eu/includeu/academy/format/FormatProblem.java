package eu.includeu.academy.format;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with a module's text: the line it stands on, the key it belongs to, and the message that names
 * the mend.
 *
 * @param line from 1
 * @param key such as {@code quiz.pass}, {@code q3.answer} or {@code lesson 2}; empty when the whole text is meant
 * @param code the message key
 * @param arguments what the message fills in
 */
public record FormatProblem(int line, String key, String code, List<Object> arguments) {

    static final Comparator<FormatProblem> BY_LINE = Comparator.comparingInt(FormatProblem::line)
            .thenComparing(FormatProblem::key)
            .thenComparing(FormatProblem::code);

    public FormatProblem {
        arguments = List.copyOf(arguments);
    }

    /** Where it is, in figures and keys only: {@code 12 quiz.pass}. */
    public String place() {
        return (line + " " + key).strip();
    }

    /** What the message fills in, as templates want it. */
    public Object[] filling() {
        return arguments.toArray();
    }
}
