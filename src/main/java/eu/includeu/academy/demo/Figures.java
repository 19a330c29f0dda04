package eu.includeu.academy.demo;

import eu.includeu.academy.authorities.ListedBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures that the records add up to: each body's own by day, and the sums of each body and all below it. */
final class Figures {

    private record Own(ListedBody body, String measure, LocalDate day) {}

    private record Sum(UUID authority, String measure) {}

    private final Map<String, ListedBody> bodies =
            ListedBody.all().stream().collect(Collectors.toMap(ListedBody::key, Function.identity()));
    private final Map<Own, Integer> own = new HashMap<>();

    void add(ListedBody body, String measure, LocalDate day, int amount) {
        own.merge(new Own(body, measure, day), amount, Integer::sum);
    }

    Rows byDay() {
        var rows = new Rows("authorities.figure", "authority, measure, day, amount");
        var sorted = new TreeMap<String, Runnable>();
        own.forEach((figure, amount) -> sorted.put(
                figure.body.key() + " " + figure.measure + " " + figure.day,
                () -> rows.add(figure.body.authority().id(), figure.measure, figure.day, amount)));
        sorted.values().forEach(Runnable::run);
        return rows;
    }

    Rows totals() {
        var sums = new HashMap<Sum, Integer>();
        own.forEach((figure, amount) -> line(figure.body)
                .forEach(above ->
                        sums.merge(new Sum(above.authority().id().value(), figure.measure), amount, Integer::sum)));
        var rows = new Rows("authorities.total", "authority, measure, amount");
        var sorted = new TreeMap<String, Runnable>();
        sums.forEach((sum, amount) ->
                sorted.put(sum.authority + " " + sum.measure, () -> rows.add(sum.authority, sum.measure, amount)));
        sorted.values().forEach(Runnable::run);
        return rows;
    }

    /** The body and all above it. */
    private List<ListedBody> line(ListedBody body) {
        var line = new ArrayList<ListedBody>();
        for (var at = body; at != null; at = at.parent() == null ? null : bodies.get(at.parent())) {
            line.add(at);
        }
        return line;
    }
}
