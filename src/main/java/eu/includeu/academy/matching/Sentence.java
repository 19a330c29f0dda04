package eu.includeu.academy.matching;

import java.util.List;

/** Words for a page: a message and what it fills in. */
public record Sentence(String code, List<Object> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String code, Object... arguments) {
        return new Sentence(code, List.of(arguments));
    }
}
