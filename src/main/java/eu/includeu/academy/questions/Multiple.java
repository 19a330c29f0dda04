package eu.includeu.academy.questions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tick all that are right. What is rightly ticked, less what is wrongly ticked, out of what is right. */
public record Multiple(String stem, List<Option> options, List<String> answer) implements Question {

    public Multiple {
        options = List.copyOf(options);
        answer = List.copyOf(answer);
        var checks = Question.check(stem);
        Options.check(checks, "options", options);
        Options.checkKnown(checks, "answer", options, answer);
        checks.when(answer.isEmpty(), "answer", "question.no-right-option")
                .when(new HashSet<>(answer).size() < answer.size(), "answer", "question.answer-twice")
                .when(answer.containsAll(Options.ids(options)), "answer", "question.no-wrong-option")
                .done();
    }

    @Override
    public Multiple shuffled(Chance chance) {
        var lettered = Options.shuffled(options, chance);
        return new Multiple(
                stem,
                lettered.shown(),
                lettered.letters(answer).stream().sorted().toList());
    }

    @Override
    public Shown shown() {
        return new Shown(this, options);
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.ticked(given, options, options.size());
    }

    @Override
    public Fraction mark(Answer given) {
        var ticked = options.stream().filter(option -> given.has(option.id())).toList();
        var hits =
                ticked.stream().filter(option -> answer.contains(option.id())).count();
        return Fraction.of(Math.max(0, hits - (ticked.size() - hits)), answer.size());
    }

    @Override
    public Answer key() {
        return new Answer(answer);
    }

    @Override
    public List<Object> bones() {
        return List.of(Options.bones(options), Set.copyOf(answer));
    }
}
