package eu.includeu.academy.bench.world;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Marked;
import eu.includeu.academy.questions.Paper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What papers have in common, kept once: thousands are drawn, but from few questions, so what they need hardly grows with
 * their number.
 */
final class Stock {

    /** Between two things of a list in JSON: questions and their options, which stand in another order on each paper. */
    private static final Pattern JOINT = Pattern.compile("(?<=\\},)(?=\\{)");

    private final JsonText json;
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<Sheet.Given, Sheet.Given> givens = new HashMap<>();
    private final Map<Sheet.Place, Sheet.Place> places = new HashMap<>();

    Stock(JsonText json) {
        this.json = json;
    }

    /** A paper as it is copied in, to be put together again. */
    List<byte[]> pieces(Paper paper) {
        return Arrays.stream(JOINT.split(json.write(paper).asString()))
                .map(this::text)
                .toList();
    }

    Sheet.Given given(Answer answer, Marked marked) {
        return same(givens, new Sheet.Given(answer.isEmpty() ? null : written(answer), written(marked), marked.won()));
    }

    Sheet.Place place(Sheet.Place place) {
        return same(places, place);
    }

    private byte[] written(Object value) {
        return text(json.write(value).asString());
    }

    private byte[] text(String text) {
        return texts.computeIfAbsent(text, Lines::escaped);
    }

    private static <T> T same(Map<T, T> all, T one) {
        return all.computeIfAbsent(one, first -> first);
    }
}
