package eu.includeu.academy.questions;

import java.util.List;
import java.util.Locale;

/** Choose the one that is right. All or nothing. */
public record Single(String stem, List<Option> options, String answer) implements Question {

    public Single {
        options = List.copyOf(options);
        var checks = Question.check(stem);
        Options.check(checks, "options", options);
        Options.checkKnown(checks, "answer", options, List.of(answer));
        checks.done();
    }

    @Override
    public Single shuffled(Chance chance) {
        var lettered = Options.shuffled(options, chance);
        return new Single(stem, lettered.shown(), lettered.letter(answer));
    }

    @Override
    public Shown shown() {
        return new Shown(this, options);
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.ticked(given, options, 1);
    }

    @Override
    public Fraction mark(Answer given) {
        return Fraction.when(given.given().equals(List.of(answer)));
    }

    @Override
    public Answer key() {
        return Answer.of(answer);
    }

    @Override
    public List<Object> bones() {
        return List.of(Options.bones(options), answer);
    }
}
