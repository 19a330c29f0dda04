package eu.includeu.academy.bench.world;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Option;
import eu.includeu.academy.questions.Paper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the application draws it, with what can be given to each question and what that brings, marked by the
 * application and written down beforehand: millions of answers then cost no more than choosing among them.
 *
 * @param number under which the paper itself is found
 * @param difficulties of the questions, in their order
 */
record Sheet(int number, long seed, List<Place> places, List<Double> difficulties, int points) {

    /**
     * One question: what guessing brings, and the answers people give to it.
     *
     * @param wrong not right, or not wholly
     */
    record Place(double guess, Given right, List<Given> wrong, Given nothing) {}

    /**
     * @param text as the answer is kept; null when nothing is given
     * @param mark what the grade says of it
     */
    record Given(byte @Nullable [] text, byte[] mark, Fraction won) {}

    static Sheet draw(Edition edition, Item.Use use, long seed, Map<String, Double> difficulties, Stock stock) {
        var items = edition.itemsFor(use);
        var count = use == Item.Use.POST ? edition.quiz().draw() : null;
        var paper = Paper.draw(items, count == null ? items.size() : count, seed);
        var questions = paper.explain(Map.of());
        var answers = questions.stream().map(Sheet::answers).toList();
        var given = given(paper, answers, stock);
        var places = new ArrayList<Place>();
        for (var question : questions) {
            var all = given.get(places.size());
            places.add(stock.place(
                    new Place(guess(question), all.get(1), List.copyOf(all.subList(2, all.size())), all.get(0))));
        }
        return new Sheet(
                stock.number(paper),
                seed,
                List.copyOf(places),
                questions.stream()
                        .map(question -> Objects.requireNonNull(
                                difficulties.get(question.marked().item())))
                        .toList(),
                questions.stream()
                        .mapToInt(question -> question.marked().points())
                        .sum());
    }

    /** What can be given to a question: nothing, the key, and what is not right. */
    private static List<Answer> answers(Paper.Explained question) {
        var answers = new ArrayList<>(List.of(Answer.NONE, question.key()));
        answers.addAll(nearly(question));
        return answers;
    }

    /** Has the paper marked as often as there are answers to one question: each time all questions at once. */
    private static List<List<Given>> given(Paper paper, List<List<Answer>> answers, Stock stock) {
        var all = answers.stream().map(each -> new ArrayList<Given>()).toList();
        var most = answers.stream().mapToInt(List::size).max().orElse(0);
        for (var round = 0; round < most; round++) {
            var kept = new HashMap<Integer, Answer>();
            for (var number = 0; number < all.size(); number++) {
                if (round < answers.get(number).size()) {
                    var answer = answers.get(number).get(round);
                    kept.put(number, answer.isEmpty() ? Answer.NONE : paper.read(number, answer, Locale.ENGLISH));
                }
            }
            var marks = paper.mark(kept);
            kept.forEach((number, answer) -> all.get(number).add(stock.given(answer, marks.get(number))));
        }
        return List.copyOf(all);
    }

    private static double guess(Paper.Explained question) {
        return switch (question.question().kind()) {
            case "Single" -> 1.0 / question.question().options().size();
            case "TrueFalse" -> 0.5;
            default -> 0;
        };
    }

    /** What people give who do not know it well enough. */
    private static List<Answer> nearly(Paper.Explained question) {
        var key = question.key();
        var others = question.question().options().stream()
                .map(Option::id)
                .filter(id -> !key.has(id))
                .toList();
        return switch (question.question().kind()) {
            case "Single" -> others.stream().map(Answer::of).toList();
            case "Multiple" -> oneOff(key.given(), others);
            case "TrueFalse" -> List.of(Answer.of(String.valueOf(!Boolean.parseBoolean(key.text()))));
            case "Numeric" ->
                List.of(
                        Answer.of(new BigDecimal(key.text())
                                .add(BigDecimal.valueOf(3))
                                .toPlainString()),
                        Answer.of(new BigDecimal(key.text()).add(BigDecimal.TEN).toPlainString()));
            case "Order", "Match" ->
                List.of(
                        swapped(key.given(), 0),
                        swapped(key.given(), key.given().size() - 2));
            default -> List.of(Answer.NONE);
        };
    }

    private static List<Answer> oneOff(List<String> right, List<String> others) {
        var answers = new ArrayList<Answer>();
        others.forEach(other -> {
            var more = new ArrayList<>(right);
            more.add(other);
            answers.add(new Answer(more));
        });
        if (right.size() > 1) {
            answers.add(new Answer(right.subList(1, right.size())));
        }
        return answers;
    }

    /** Two lines with each other's choice: {@code a-1, b-2} becomes {@code a-2, b-1}. */
    private static Answer swapped(List<String> pairs, int first) {
        var choices = new ArrayList<>(pairs.stream()
                .map(pair -> pair.substring(pair.indexOf('-') + 1))
                .toList());
        Collections.swap(choices, first, first + 1);
        var given = new ArrayList<String>();
        for (var line = 0; line < pairs.size(); line++) {
            given.add(pairs.get(line).substring(0, pairs.get(line).indexOf('-')) + "-" + choices.get(line));
        }
        return new Answer(given);
    }

    /** How hard each item of a version is, in whichever language: N(level - 2, 0.7). */
    static Map<String, Double> difficulties(Edition edition, Luck luck) {
        var difficulties = new HashMap<String, Double>();
        edition.items()
                .forEach(item ->
                        difficulties.put(item.id(), luck.normal(item.rung().level() - 2, 0.7)));
        return difficulties;
    }
}
