package eu.includeu.academy.welcome;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.progress.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All lessons there are as tiles, those an official has finished laid in the colours of their themes. The paving grows
 * from the lower left corner, theme beside theme, and looks the same whenever the same lessons are done.
 *
 * @param tiles fourteen to a row, the first at the lower left; of a large catalogue only the lowest rows
 * @param all how many lessons there are
 */
public record Square(List<Tile> tiles, int laid, int all, List<Theme> themes) {

    private static final int IN_A_ROW = 14;
    private static final int MOST_ROWS = 12;

    /** How much slower the paving grows upwards than to the right. */
    private static final double STEEPNESS = 1.9;

    /**
     * A tile.
     *
     * @param theme the theme of the lesson, or null while it is not laid
     * @param glyph whether it carries the sign of its theme, or a plain piece
     * @param turn by how many quarters a plain piece is turned
     */
    public record Tile(@Nullable String theme, boolean glyph, int turn) {}

    /** How many lessons of a theme are done. */
    public record Theme(String theme, int laid, int all) {}

    /** From everything on offer and everything taken; a module counts once, by the take that went furthest. */
    static Square of(List<Offer> offers, List<Taken> taken, List<String> themes) {
        var done = taken.stream()
                .collect(Collectors.toMap(Taken::module, one -> one.enrolment().done(), Math::max));
        var counted = themes.stream()
                .map(theme -> count(theme, offers, done))
                .filter(theme -> theme.all() > 0)
                .toList();
        var all = counted.stream().mapToInt(Theme::all).sum();
        var laid = counted.stream()
                .flatMap(theme -> IntStream.range(0, theme.laid()).mapToObj(at -> theme.theme()))
                .toList();
        return new Square(paved(Math.min(all, MOST_ROWS * IN_A_ROW), laid), laid.size(), all, counted);
    }

    private static Theme count(String theme, List<Offer> offers, Map<String, Integer> done) {
        var ofTheme =
                offers.stream().filter(offer -> offer.theme().equals(theme)).toList();
        return new Theme(
                theme,
                ofTheme.stream()
                        .mapToInt(offer -> Math.min(
                                offer.lessons(), done.getOrDefault(offer.id().module(), 0)))
                        .sum(),
                ofTheme.stream().mapToInt(Offer::lessons).sum());
    }

    private static List<Tile> paved(int all, List<String> laid) {
        var places = IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble(Square::distance).thenComparing(Comparator.naturalOrder()))
                .toList();
        var tiles = new Tile[all];
        for (var at = 0; at < all; at++) {
            var place = places.get(at);
            tiles[place] = tile(place, at < laid.size() ? laid.get(at) : null);
        }
        return new ArrayList<>(Arrays.asList(tiles));
    }

    private static double distance(int place) {
        return place % IN_A_ROW + STEEPNESS * (place / IN_A_ROW);
    }

    /** Signs and pieces alternate like the fields of a board; the turns follow from the place. */
    private static Tile tile(int place, @Nullable String theme) {
        var row = place / IN_A_ROW;
        var column = place % IN_A_ROW;
        return new Tile(theme, (row + column) % 2 == 0, Math.floorMod(Objects.hash(row * 7, column * 3), 4));
    }
}
