package eu.includeu.academy.questions;

import java.util.List;
import java.util.Locale;

/** A statement that is true or false. All or nothing. */
public record TrueFalse(String stem, boolean answer) implements Question {

    private static final List<Option> OPTIONS = List.of(new Option("true", "true"), new Option("false", "false"));

    public TrueFalse {
        Question.check(stem).done();
    }

    /** True comes before false on every paper: there is nothing to shuffle. */
    @Override
    public TrueFalse shuffled(Chance chance) {
        return this;
    }

    @Override
    public Shown shown() {
        return new Shown(this, List.of());
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.ticked(given, OPTIONS, 1);
    }

    @Override
    public Fraction mark(Answer given) {
        return Fraction.when(given.equals(key()));
    }

    @Override
    public Answer key() {
        return Answer.of(String.valueOf(answer));
    }

    @Override
    public List<Object> bones() {
        return List.of(answer);
    }
}
