package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many open needs there are by theme, or by competency of one theme, and by the bodies next below: a table to be
 * read, with a shade for those who look.
 */
public record Heat(List<Place> places, List<Row> rows) {

    /** How many needs of a competency there are in a place. */
    record Count(Place place, Competency.Id competency, int needs) {}

    /** A body next below, with all that stands below it. */
    public record Place(
            Authority.Id id, String name, @Nullable String nameLatin) implements Comparable<Place> {

        /** The name in letters that a reader of this language reads. */
        public String nameIn(String language) {
            return nameLatin == null || language.equals("el") ? name : nameLatin;
        }

        @Override
        public int compareTo(Place other) {
            return (Objects.requireNonNullElse(nameLatin, name) + id)
                    .compareTo(Objects.requireNonNullElse(other.nameLatin, other.name) + other.id);
        }
    }

    /**
     * A theme, or a competency of it.
     *
     * @param theme its key
     */
    public record Row(String theme, String name, List<Cell> cells, int all) {}

    /**
     * A number with its shade.
     *
     * @param shade from 1 to 5, the most being 5; 0 for none
     */
    public record Cell(Place place, int needs, int shade, String href) {}

    private static final int SHADES = 5;

    public Heat {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /** Worth showing where there is something to compare. */
    public boolean compares() {
        return places.size() > 1 && !rows.isEmpty();
    }

    static Heat of(List<Count> counts, Filter filter, Competencies competencies, Locale locale) {
        var places = counts.stream().map(Count::place).distinct().sorted().toList();
        var theme = filter.theme();
        if (theme == null) {
            var byTheme =
                    sums(counts, count -> competencies.find(count.competency()).theme());
            return of(
                    places,
                    byTheme,
                    competencies.themes().stream()
                            .filter(each -> byTheme.containsKey(each.id()))
                            .map(each -> new Head(each.id(), each.id(), null, each.name(locale)))
                            .toList(),
                    filter);
        }
        var byCompetency = sums(counts, count -> count.competency().value());
        return of(
                places,
                byCompetency,
                competencies.of(theme).stream()
                        .filter(each -> byCompetency.containsKey(each.id().value()))
                        .map(each -> new Head(
                                each.id().value(), theme.id(), each.id().value(), each.name(locale)))
                        .toList(),
                filter);
    }

    private record Head(String key, String theme, @Nullable String competency, String name) {}

    private static Map<String, Map<Place, Integer>> sums(List<Count> counts, Function<Count, String> key) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        key, HashMap::new, Collectors.toMap(Count::place, Count::needs, Integer::sum)));
    }

    private static Heat of(List<Place> places, Map<String, Map<Place, Integer>> sums, List<Head> heads, Filter filter) {
        var most = sums.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return new Heat(
                places,
                heads.stream()
                        .map(head -> row(head, places, sums.getOrDefault(head.key(), Map.of()), most, filter))
                        .toList());
    }

    private static Row row(Head head, List<Place> places, Map<Place, Integer> sums, int most, Filter filter) {
        var cells = places.stream()
                .map(place -> cell(place, sums.getOrDefault(place, 0), most, head, filter))
                .toList();
        return new Row(
                head.theme(),
                head.name(),
                cells,
                cells.stream().mapToInt(Cell::needs).sum());
    }

    private static Cell cell(Place place, int needs, int most, Head head, Filter filter) {
        return new Cell(place, needs, shade(needs, most), filter.href(place.id(), head.theme(), head.competency()));
    }

    static int shade(int needs, int most) {
        return needs == 0 ? 0 : Math.max(1, (int) Math.ceil((double) SHADES * needs / most));
    }
}
