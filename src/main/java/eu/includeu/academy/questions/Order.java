package eu.includeu.academy.questions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Put things in order. The share of neighbours that were kept together, in the right direction.
 *
 * <p>An answer gives each item its place, from 1: {@code b-3} puts item b third.
 */
public record Order(String stem, List<Option> items, List<String> answer) implements Question {

    public Order {
        items = List.copyOf(items);
        answer = List.copyOf(answer);
        var checks = Question.check(stem);
        Options.check(checks, "items", items);
        Options.checkKnown(checks, "answer", items, answer);
        checks.when(checks.clean() && !isPermutation(items, answer), "answer", "question.not-every-item-once")
                .done();
    }

    @Override
    public Order shuffled(Chance chance) {
        var lettered = Options.shuffled(items, chance);
        return new Order(stem, lettered.shown(), lettered.letters(answer));
    }

    @Override
    public Shown shown() {
        return new Shown(this, items);
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.pairs(given, Options.ids(items), places(), "answer.place-twice");
    }

    @Override
    public Fraction mark(Answer given) {
        var kept = IntStream.range(1, answer.size())
                .filter(next -> places().stream()
                        .anyMatch(place -> follow(answer.get(next - 1), answer.get(next), place, given)))
                .count();
        return Fraction.of(kept, answer.size() - 1L);
    }

    @Override
    public Answer key() {
        return new Answer(items.stream()
                .map(item -> Answer.pair(item.id(), String.valueOf(answer.indexOf(item.id()) + 1)))
                .toList());
    }

    @Override
    public List<Object> bones() {
        return List.of(Options.bones(items), answer);
    }

    private List<String> places() {
        return shown().places();
    }

    private static boolean follow(String first, String second, String place, Answer given) {
        var next = String.valueOf(Integer.parseInt(place) + 1);
        return given.has(Answer.pair(first, place)) && given.has(Answer.pair(second, next));
    }

    private static boolean isPermutation(List<Option> items, List<String> answer) {
        return answer.size() == items.size() && new HashSet<>(answer).containsAll(Options.ids(items));
    }
}
