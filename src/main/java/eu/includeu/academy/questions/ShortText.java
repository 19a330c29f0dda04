package eu.includeu.academy.questions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A word or a few, compared without regard to case, accents and spaces. All or nothing. */
public record ShortText(String stem, List<String> accept) implements Question {

    private static final int LONGEST = 200;
    private static final int MOST = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    public ShortText {
        accept = List.copyOf(accept);
        Question.check(stem)
                .when(accept.isEmpty(), "accept", "question.nothing-accepted")
                .when(accept.size() > MOST, "accept", "question.too-many-accepted", MOST)
                .when(accept.stream().anyMatch(text -> folded(text).isEmpty()), "accept", "question.empty-accepted")
                .when(accept.stream().anyMatch(text -> text.length() > LONGEST), "accept", "answer.too-long", LONGEST)
                .done();
    }

    /** There is nothing to shuffle. */
    @Override
    public ShortText shuffled(Chance chance) {
        return this;
    }

    @Override
    public Shown shown() {
        return new Shown(this, List.of());
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.text(given, LONGEST);
    }

    @Override
    public Fraction mark(Answer given) {
        var folded = folded(given.text());
        return Fraction.when(accept.stream().anyMatch(text -> folded(text).equals(folded)));
    }

    @Override
    public Answer key() {
        return Answer.of(accept.get(0));
    }

    /** What is accepted is words, and each language has its own. */
    @Override
    public List<Object> bones() {
        return List.of();
    }

    /** Upper case folds more than lower case: a final sigma, and a sharp s. */
    private static String folded(String text) {
        var bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }
}
