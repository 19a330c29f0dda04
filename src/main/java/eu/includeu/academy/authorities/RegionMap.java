package eu.includeu.academy.authorities;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The map of regions as a page shows it: drawn twice, and as a table with the same figures.
 *
 * @param rows each region, by country and name
 * @param countries each country's figure, made from the regions that are shown
 */
public record RegionMap(Drawing wide, Drawing phone, List<Row> rows, List<Country> countries) {

    /** One drawing, of this map or another of the same regions: places are counted in tiles. */
    public record Drawing(int columns, int rows, List<Tile> tiles, List<Label> countries) {}

    /**
     * A tile.
     *
     * @param q its class: 1 to 5, {@code 0} for nobody yet, {@code few}, or {@code out} for a region that is not the reader's
     * @param value what stands in it, here in per cent
     */
    public record Tile(
            String href,
            String title,
            String q,
            int x,
            int y,
            @Nullable Integer value) {}

    /** A country's name and figure beside its tiles. */
    public record Label(String name, String figure, double x, double y) {}

    /** A region in the table; {@code state} is shown, few, nobody or out. */
    public record Row(
            String code,
            String name,
            String country,
            String state,
            Share share,
            @Nullable String href) {}

    /** A country's figure. */
    public record Country(String code, String name, Share share) {}

    /**
     * What is known of a region, and who may know it.
     *
     * @param href where the tile leads, or null for the region's row in the table
     */
    public record Region(
            String state, Share share, @Nullable String href) {

        public static final Region OUT = new Region("out", Share.NOBODY, null);
        public static final Region FEW = new Region("few", Share.NOBODY, null);

        /** With the share of its officials, which may be nobody yet. */
        public static Region of(Share share, @Nullable String href) {
            return new Region(share.isNobody() ? "nobody" : "shown", share, href);
        }
    }

    /** Draws what is known of each region, by its code, for a reader of this language. */
    public static RegionMap draw(
            Function<String, Region> regions, Function<String, Share> countries, MessageSource texts, Locale locale) {
        var pen = new Pen(regions, countries, texts, locale);
        return new RegionMap(pen.drawing(TileMap.WIDE), pen.drawing(TileMap.PHONE), pen.rows(), pen.countries());
    }

    /** The name of a country as readers of this language write it; Greece is EL in statistics and GR elsewhere. */
    public static String countryName(String code, Locale locale) {
        return new Locale.Builder()
                .setRegion(code.equals("EL") ? "GR" : code)
                .build()
                .getDisplayCountry(locale);
    }

    /** What one drawing needs to know. */
    private record Pen(
            Function<String, Region> regions, Function<String, Share> shares, MessageSource texts, Locale locale) {

        Drawing drawing(TileMap map) {
            return new Drawing(
                    map.columns(),
                    map.rows(),
                    map.cells().stream().map(this::tile).toList(),
                    map.labels().stream().map(this::label).toList());
        }

        List<Row> rows() {
            var order = Collator.getInstance(locale);
            return TileMap.WIDE.cells().stream()
                    .map(this::row)
                    .sorted(Comparator.comparing(Row::country, order).thenComparing(Row::name, order))
                    .toList();
        }

        List<Country> countries() {
            var order = Collator.getInstance(locale);
            return TileMap.WIDE.labels().stream()
                    .map(label -> new Country(label.country(), name(label.country()), shares.apply(label.country())))
                    .sorted(Comparator.comparing(Country::name, order))
                    .toList();
        }

        private Row row(TileMap.Cell cell) {
            var region = regions.apply(cell.code());
            return new Row(
                    cell.code(),
                    cell.nameIn(locale.getLanguage()),
                    name(cell.country()),
                    region.state(),
                    region.share(),
                    region.href());
        }

        private Tile tile(TileMap.Cell cell) {
            var region = regions.apply(cell.code());
            return new Tile(
                    region.href() == null ? "#region-" + cell.code() : region.href(),
                    title(cell, region),
                    colour(region),
                    cell.column(),
                    cell.row(),
                    region.state().equals("shown") ? region.share().percent() : null);
        }

        private String title(TileMap.Cell cell, Region region) {
            return say(
                    "region.title." + region.state(),
                    cell.nameIn(locale.getLanguage()),
                    name(cell.country()),
                    region.share().part(),
                    region.share().whole(),
                    region.share().percent());
        }

        private static String colour(Region region) {
            return switch (region.state()) {
                case "shown" -> String.valueOf(region.share().step());
                case "nobody" -> "0";
                default -> region.state();
            };
        }

        private Label label(TileMap.Label label) {
            var share = shares.apply(label.country());
            return new Label(
                    name(label.country()),
                    share.isNobody() ? "" : say("share", share.percent()),
                    label.column(),
                    label.row());
        }

        private String name(String country) {
            return countryName(country, locale);
        }

        private String say(String code, Object... arguments) {
            return texts.getMessage(code, arguments, locale);
        }
    }

    /** The countries of the programme, named for readers of this language, in their order. */
    public static Map<String, String> countryNames(Locale locale) {
        var names = new TreeMap<String, String>(Collator.getInstance(locale));
        TileMap.WIDE.labels().forEach(label -> names.put(countryName(label.country(), locale), label.country()));
        return names;
    }
}
