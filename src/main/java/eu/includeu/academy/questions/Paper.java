package eu.includeu.academy.questions;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one attempt, in their order, with their options shuffled, as they were on that day.
 *
 * <p>It is a class and not a record on purpose: it holds the keys, and a page that is given a paper can read the questions
 * as they are shown, but no key. It is stored whole.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public final class Paper {

    /** A question of a graded paper with its key and feedback, for whoever has passed or used the last attempt. */
    public record Explained(Shown question, Answer given, Answer key, Marked marked, String feedback) {

        /** The feedback as HTML that is safe to print. */
        public String feedbackHtml() {
            return Wording.html(Wording.withoutCitations(feedback));
        }
    }

    private final long seed;
    private final List<Item> items;

    @JsonCreator
    Paper(@JsonProperty("seed") long seed, @JsonProperty("items") List<Item> items) {
        this.seed = seed;
        this.items = List.copyOf(items);
    }

    /**
     * Draws a paper. The same items, count and seed give the same paper, on every machine; the same seed gives every
     * language the same questions under the same letters.
     */
    public static Paper draw(List<Item> items, int count, long seed) {
        Refused.when(items.isEmpty(), "paper.no-questions");
        var places = IntStream.range(0, items.size()).boxed().toList();
        var drawn = new Chance(seed)
                .shuffled(places).stream()
                        .limit(Math.max(1, count))
                        .sorted()
                        .map(place -> items.get(place).shuffled(seed))
                        .toList();
        return new Paper(seed, drawn);
    }

    /** Draws a paper of all items. */
    public static Paper draw(List<Item> items, long seed) {
        return draw(items, items.size(), seed);
    }

    public int size() {
        return items.size();
    }

    /** Whether there is a question of this number, from 0. */
    public boolean has(int number) {
        return 0 <= number && number < items.size();
    }

    /** The questions as officials see them, without keys. */
    public List<Shown> questions() {
        return items.stream().map(item -> item.question().shown()).toList();
    }

    public Shown question(int number) {
        return item(number).question().shown();
    }

    /** Reads what was given to one question in the language of the page; refused when it cannot be an answer to it. */
    public Answer read(int number, Answer given, Locale language) {
        return item(number).question().read(given, language);
    }

    /** Marks each question. A question without an answer gets nothing. */
    public List<Marked> mark(Map<Integer, Answer> answers) {
        return IntStream.range(0, items.size())
                .mapToObj(number -> marked(number, given(number, answers)))
                .toList();
    }

    /** The points won out of all points of the paper. */
    public Score score(Map<Integer, Answer> answers) {
        var won = mark(answers).stream().map(Marked::won).reduce(Fraction.NONE, Fraction::plus);
        return new Score(won, items.stream().mapToInt(Item::points).sum());
    }

    /** Everything that may be told once the learner has passed or used the last attempt. */
    public List<Explained> explain(Map<Integer, Answer> answers) {
        return IntStream.range(0, items.size())
                .mapToObj(number -> explained(number, given(number, answers)))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Paper paper && seed == paper.seed && items.equals(paper.items);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seed, items);
    }

    /** Says nothing of its content, so that no log does. */
    @Override
    public String toString() {
        return "Paper of " + items.size();
    }

    private Marked marked(int number, Answer given) {
        var item = items.get(number);
        var mark = given.isEmpty() ? Fraction.NONE : item.question().mark(given);
        return new Marked(number, item.id(), item.rung(), item.points(), !given.isEmpty(), mark, item.sources());
    }

    private Explained explained(int number, Answer given) {
        var item = items.get(number);
        return new Explained(
                item.question().shown(), given, item.question().key(), marked(number, given), item.feedback());
    }

    private Item item(int number) {
        Refused.when(!has(number), "paper.no-such-question");
        return items.get(number);
    }

    private static Answer given(int number, Map<Integer, Answer> answers) {
        return Objects.requireNonNullElse(answers.get(number), Answer.NONE);
    }
}
