package eu.includeu.academy.questions;

import eu.includeu.academy.competencies.Rung;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions to start from: one of each type, as an author writes them. */
public final class Examples {

    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale ITALIAN = Locale.ITALIAN;

    private Examples() {}

    static List<Option> options(String... ids) {
        return Arrays.stream(ids).map(id -> new Option(id, "Text of " + id)).toList();
    }

    static Single single() {
        return new Single("Which one?", options("ok", "no1", "no2"), "ok");
    }

    static Multiple multiple() {
        return new Multiple("Which ones?", options("p", "q", "r", "s", "t"), List.of("p", "q", "r"));
    }

    static TrueFalse trueFalse() {
        return new TrueFalse("Is it so?", true);
    }

    static Numeric numeric() {
        return new Numeric("How much?", new BigDecimal("0.5"), new BigDecimal("0.005"), "ratio");
    }

    static Order order() {
        return new Order(
                "In which order?", options("count", "aim", "repair", "who"), List.of("aim", "who", "count", "repair"));
    }

    static Match match() {
        return new Match(
                "Which belongs to which?",
                options("f1", "f2", "f3"),
                options("r1", "r2", "r3", "r4"),
                Map.of("f1", "r1", "f2", "r2", "f3", "r3"));
    }

    static ShortText shortText() {
        return new ShortText("What is it called?", List.of("equality body", "Φορέας ισότητας", "Straße"));
    }

    public static List<Question> ofEachType() {
        return List.of(single(), multiple(), trueFalse(), numeric(), order(), match(), shortText());
    }

    public static Item item(String id, Question question) {
        return new Item(
                id, Rung.of("HOU-2", 1), Set.of(Item.Use.POST), 2, "Because SECRET-FEEDBACK.", List.of("S1"), question);
    }

    public static List<Item> items() {
        return ofEachType().stream()
                .map(question -> item("q-" + question.kind(), question))
                .toList();
    }
}
