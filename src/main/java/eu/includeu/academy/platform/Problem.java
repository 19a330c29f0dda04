package eu.includeu.academy.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was asked: the field it stands in, and the message that names the mend.
 *
 * @param field the name of the form field, or null when the whole is meant
 * @param code the message key; its text says what is wrong and what to do
 * @param arguments what the message fills in
 */
public record Problem(@Nullable String field, String code, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(@Nullable String field, String code, Object... arguments) {
        return new Problem(field, code, List.of(arguments));
    }
}
