package eu.includeu.academy.demo.story;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Option;
import eu.includeu.academy.questions.Paper;
import eu.includeu.academy.questions.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers a real paper as a person of some ability would. How likely a right answer is follows the Rasch model; what is
 * not right is nearly right, as with people (section 6 of the domain guide).
 */
final class Exam {

    private final long seed;

    Exam(long seed) {
        this.seed = seed;
    }

    /** The paper that this seed draws from the quiz of an edition. */
    static Paper draw(Edition edition, long seed) {
        var items = edition.itemsFor(Item.Use.POST);
        var count = edition.quiz().draw();
        return Paper.draw(items, count == null ? items.size() : count, seed);
    }

    /** What somebody of this ability gives; now and then nothing at all. */
    Map<Integer, Answer> answer(Edition edition, Paper paper, double ability, Dice dice) {
        var given = new HashMap<Integer, Answer>();
        for (var question : paper.explain(Map.of())) {
            var number = question.marked().number();
            var answer = dice.happens(chance(edition, question, ability)) ? question.key() : nearly(question, dice);
            if (!answer.isEmpty()) {
                given.put(number, paper.read(number, answer, Locale.ENGLISH));
            }
        }
        return given;
    }

    private double chance(Edition edition, Paper.Explained question, double ability) {
        var marked = question.marked();
        var difficulty = new Dice(seed, "item " + edition.module() + marked.item())
                .normal(marked.rung().level() - 2, 0.7);
        var guess = guess(question.question());
        return guess + (1 - guess) / (1 + Math.exp(difficulty - ability));
    }

    private static double guess(Shown question) {
        return switch (question.kind()) {
            case "Single" -> 1.0 / question.options().size();
            case "TrueFalse" -> 0.5;
            default -> 0;
        };
    }

    private static Answer nearly(Paper.Explained question, Dice dice) {
        var key = question.key();
        var shown = question.question();
        return switch (shown.kind()) {
            case "Single" -> Answer.of(dice.one(others(shown.options(), key.given())));
            case "Multiple" -> oneOff(shown.options(), key.given(), dice);
            case "TrueFalse" -> Answer.of(String.valueOf(!Boolean.parseBoolean(key.text())));
            case "Numeric" ->
                Answer.of(new BigDecimal(key.text())
                        .add(BigDecimal.valueOf(dice.between(1, 9)))
                        .toPlainString());
            case "Order", "Match" -> swapped(key.given(), dice);
            default -> Answer.NONE;
        };
    }

    /** One that is right left out, or one that is not right ticked too. */
    private static Answer oneOff(List<Option> options, List<String> right, Dice dice) {
        var given = new ArrayList<>(right);
        if (given.size() > 1 && dice.happens(0.5)) {
            given.remove(dice.below(given.size()));
        } else {
            given.add(dice.one(others(options, right)));
        }
        return new Answer(given);
    }

    /** Two lines with each other's choice: {@code a-1, b-2} becomes {@code a-2, b-1}. */
    private static Answer swapped(List<String> pairs, Dice dice) {
        var things =
                pairs.stream().map(pair -> pair.substring(0, pair.indexOf('-'))).toList();
        var choices = new ArrayList<>(pairs.stream()
                .map(pair -> pair.substring(pair.indexOf('-') + 1))
                .toList());
        var first = dice.below(choices.size() - 1);
        Collections.swap(choices, first, first + 1);
        var given = new ArrayList<String>();
        for (var line = 0; line < things.size(); line++) {
            given.add(things.get(line) + "-" + choices.get(line));
        }
        return new Answer(given);
    }

    private static List<String> others(List<Option> options, List<String> right) {
        return options.stream()
                .map(Option::id)
                .filter(id -> !right.contains(id))
                .toList();
    }
}
