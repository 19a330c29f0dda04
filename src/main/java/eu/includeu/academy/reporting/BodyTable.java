package eu.includeu.academy.reporting;

import eu.includeu.academy.reporting.Overview.Body;
import java.text.Collator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of the table of authorities: filtered, ordered, and cut after the one the page before ended with.
 *
 * @param found how many there are in all
 * @param after the last authority on this page, when others follow; else null
 * @param first whether this page is the first
 */
public record BodyTable(
        List<Body> rows, int found, @Nullable String after, boolean first) {

    /** @param byName those to choose from, in the order of {@link #byName} */
    static BodyTable of(List<Body> byName, Filter filter, Locale locale, int size) {
        var wanted = plain(filter.q(), locale);
        var found = new ArrayList<>(byName.stream()
                .filter(body -> filter.country().isEmpty() || filter.country().equals(body.country()))
                .filter(body -> filter.region().isEmpty() || filter.region().equals(body.region()))
                .filter(body -> wanted.isEmpty() || plain(body.name(), locale).contains(wanted))
                .toList());
        order(filter, found);
        var from = start(found, filter.after());
        var to = Math.min(found.size(), from + size);
        return new BodyTable(
                found.subList(from, to),
                found.size(),
                to < found.size() ? found.get(to - 1).id().toString() : null,
                from == 0);
    }

    private static int start(List<Body> found, String after) {
        for (var at = 0; at < found.size(); at++) {
            if (found.get(at).id().toString().equals(after)) {
                return at + 1;
            }
        }
        return 0;
    }

    /** The order of names in a language, and always the same. Costly: meant for what is kept. */
    static Comparator<Body> byName(Locale locale) {
        return Comparator.comparing(Body::name, Collator.getInstance(locale)).thenComparing(Body::id);
    }

    /** Equal ones stay in the order of their names. */
    private static void order(Filter filter, List<Body> byName) {
        if (filter.column().equals("name")) {
            if (filter.isDescending()) {
                Collections.reverse(byName);
            }
            return;
        }
        var order =
                switch (filter.column()) {
                    case "certified" ->
                        Comparator.comparingInt((Body body) -> body.certified().isNobody()
                                ? -1
                                : body.certified().percent());
                    case "needs" -> Comparator.comparingLong(Body::openNeeds);
                    default ->
                        Comparator.comparing((Body body) -> body.changed() == null ? LocalDate.EPOCH : body.changed());
                };
        byName.sort(filter.isDescending() ? order.reversed() : order);
    }

    /** Without accents and capitals, so that Cordoba finds Córdoba. */
    private static String plain(String text, Locale locale) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(locale);
    }
}
