package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which needs the board shows, as the address says it.
 *
 * @param show one step of the path, or null for the board with all of them
 * @param theme only this one
 * @param competency only this one, of that theme
 * @param place only what stands at or below this authority
 */
public record Filter(
        Board.@Nullable Show show,
        @Nullable Theme theme,
        Competency.@Nullable Id competency,
        Authority.@Nullable Id place) {

    /** Everything. */
    public static final Filter ALL = new Filter(null, null, null, null);

    Filter showing(Board.Show other) {
        return new Filter(other, theme, competency, place);
    }

    /** The address of the board with this filter. */
    public String href() {
        return with(Map.of());
    }

    /** The address of one cell of the heat table. */
    String href(Authority.Id at, @Nullable String themeKey, @Nullable String competencyKey) {
        var more = new LinkedHashMap<String, String>();
        more.put("place", at.toString());
        if (themeKey != null) {
            more.put("theme", themeKey);
        }
        if (competencyKey != null) {
            more.put("competency", competencyKey);
        }
        return with(more);
    }

    /** The address of the next page. */
    String after(Board.Key key) {
        return with(Map.of("after", key.toString()));
    }

    private String with(Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        put(all, "state", show == null ? null : show.key());
        put(all, "theme", theme == null ? null : theme.id());
        put(all, "competency", Objects.toString(competency, null));
        put(all, "place", Objects.toString(place, null));
        all.putAll(more);
        var address = UriComponentsBuilder.fromPath("/needs");
        all.forEach(address::queryParam);
        return address.encode().toUriString();
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
