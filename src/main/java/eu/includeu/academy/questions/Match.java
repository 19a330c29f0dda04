package eu.includeu.academy.questions;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Match each thing on the left with one on the right. The share of pairs that are right.
 *
 * <p>An answer gives each thing on the left its partner: {@code b-d} matches b on the left with d on the right.
 */
public record Match(String stem, List<Option> left, List<Option> right, Map<String, String> answer)
        implements Question {

    public Match {
        left = List.copyOf(left);
        right = List.copyOf(right);
        answer = Map.copyOf(answer);
        var checks = Question.check(stem);
        Options.check(checks, "left", left);
        Options.check(checks, "right", right);
        Options.checkKnown(checks, "answer", left, sorted(answer.keySet()));
        Options.checkKnown(checks, "answer", right, sorted(answer.values()));
        checks.when(!answer.keySet().containsAll(Options.ids(left)), "answer", "question.not-every-left")
                .done();
    }

    @Override
    public Match shuffled(Chance chance) {
        var lefts = Options.shuffled(left, chance);
        var rights = Options.shuffled(right, chance);
        var pairs = answer.entrySet().stream()
                .collect(Collectors.toMap(pair -> lefts.letter(pair.getKey()), pair -> rights.letter(pair.getValue())));
        return new Match(stem, lefts.shown(), rights.shown(), pairs);
    }

    @Override
    public Shown shown() {
        return new Shown(this, left, right, null);
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.pairs(given, Options.ids(left), Options.ids(right), null);
    }

    @Override
    public Fraction mark(Answer given) {
        var hits = key().given().stream().filter(given::has).count();
        return Fraction.of(hits, left.size());
    }

    @Override
    public Answer key() {
        return new Answer(answer.entrySet().stream()
                .map(pair -> Answer.pair(pair.getKey(), pair.getValue()))
                .sorted()
                .toList());
    }

    @Override
    public List<Object> bones() {
        return List.of(Options.bones(left), Options.bones(right), answer);
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().distinct().sorted().toList();
    }
}
