package eu.includeu.academy.bench.world;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Marked;
import eu.includeu.academy.questions.Paper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What sheets have in common, kept once: thousands of papers are drawn, but from few questions. The papers themselves are
 * handed over, and go by their number from then on: whoever sits one need not send, read and compress it anew.
 */
final class Stock {

    private final JsonText json;
    private final Lines papers = new Lines("world.paper", "number, paper");
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<Sheet.Given, Sheet.Given> givens = new HashMap<>();
    private final Map<Sheet.Place, Sheet.Place> places = new HashMap<>();
    private int last;

    Stock(JsonText json) {
        this.json = json;
    }

    int number(Paper paper) {
        last++;
        papers.of(last).text(json.write(paper).asString());
        return last;
    }

    Sheet.Given given(Answer answer, Marked marked) {
        return same(givens, new Sheet.Given(answer.isEmpty() ? null : written(answer), written(marked), marked.won()));
    }

    Sheet.Place place(Sheet.Place place) {
        return same(places, place);
    }

    /** Hands the papers over that were drawn since the last time. */
    void hand(Target target) throws SQLException, IOException {
        target.take(List.of(papers));
        papers.clear();
    }

    private byte[] written(Object value) {
        return texts.computeIfAbsent(json.write(value).asString(), Lines::escaped);
    }

    private static <T> T same(Map<T, T> all, T one) {
        return all.computeIfAbsent(one, first -> first);
    }
}
