package eu.includeu.academy.reporting;

import eu.includeu.academy.authorities.TileMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the overview is asked for. Everything stands in the address, so that it can be kept and sent; what is not
 * known there counts as not said.
 *
 * @param country or nothing for all
 * @param theme or nothing for all
 * @param region a NUTS 2 code, or nothing
 * @param q part of an authority's name
 * @param sort by which column authorities are ordered
 * @param after the authority after which the page of the table begins
 */
public record Filter(String country, String theme, String region, String q, String sort, String after) {

    static final List<String> SORTS = List.of("name", "certified", "needs", "changed");

    private static final Set<String> THEMES =
            Set.of("labour", "health", "education", "citizenship", "housing", "crosscutting");

    static Filter of(
            @Nullable String country,
            @Nullable String theme,
            @Nullable String region,
            @Nullable String q,
            @Nullable String sort,
            @Nullable String after) {
        return new Filter(
                known(country, TileMap.COUNTRIES),
                known(theme, THEMES),
                known(region, TileMap.CODES),
                q == null ? "" : q.strip().substring(0, Math.min(100, q.strip().length())),
                sort != null && SORTS.contains(sort.replace("-", "")) ? sort : "-changed",
                after == null ? "" : after);
    }

    private static String known(@Nullable String value, Set<String> all) {
        return value != null && all.contains(value) ? value : "";
    }

    /** The column, without its direction. */
    public String column() {
        return sort.replace("-", "");
    }

    public boolean isDescending() {
        return sort.startsWith("-");
    }

    /** How a column's heading says that the table is ordered by it. */
    public String ordered(String column) {
        if (!column.equals(column())) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }

    /** The order that pressing a column's heading gives: names from A, figures from the largest, then turned round. */
    public String next(String column) {
        if (column.equals(column())) {
            return isDescending() ? column : "-" + column;
        }
        return column.equals("name") ? column : "-" + column;
    }

    /** The query of the same part in another order, or further on in the table. */
    public String with(String order, String afterwards) {
        var query = UriComponentsBuilder.newInstance().queryParam("sort", order);
        said("country", country, query);
        said("theme", theme, query);
        said("region", region, query);
        said("q", q, query);
        said("after", afterwards, query);
        return String.valueOf(query.encode().build().getQuery());
    }

    private static void said(String name, String value, UriComponentsBuilder query) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
