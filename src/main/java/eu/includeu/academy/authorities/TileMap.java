package eu.includeu.academy.authorities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Where each region of the six countries has its tile: countries are clusters that stand to each other as in Europe.
 * There is a wide one and one for phones; both are tables, and nothing but tables.
 *
 * @param cells one for each NUTS 2 region
 * @param labels where a country's name and figure stand
 */
public record TileMap(List<Cell> cells, List<Label> labels) {

    public static final TileMap WIDE = read("wide", "tile-map.csv");
    public static final TileMap PHONE = read("phone", "tile-map-phone.csv");

    /** All regions, by their codes. */
    public static final Set<String> CODES =
            WIDE.cells().stream().map(Cell::code).collect(Collectors.toUnmodifiableSet());

    /** The countries of the programme. */
    public static final Set<String> COUNTRIES =
            WIDE.labels().stream().map(Label::country).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Cell> BY_CODE =
            WIDE.cells().stream().collect(Collectors.toUnmodifiableMap(Cell::code, cell -> cell));

    private static final Map<String, String> LATIN =
            rows("tile-map-latin.csv", row -> Map.entry(row.getField("code"), row.getField("name"))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A region's tile. */
    public record Cell(String code, String name, String country, int row, int column) {

        /** The name as readers of this language write it: Greek letters for readers of Greek, Latin ones for others. */
        public String nameIn(String language) {
            return language.equals("el") ? name : LATIN.getOrDefault(code, name);
        }
    }

    /** Where a country's name stands; in the last column it ends there. */
    public record Label(String country, double row, double column) {}

    public TileMap {
        cells = List.copyOf(cells);
        labels = List.copyOf(labels);
    }

    /** The name of a region for readers of a language, or nothing for an unknown one. */
    public static String nameOf(@Nullable String code, String language) {
        var cell = code == null ? null : BY_CODE.get(code);
        return cell == null ? "" : cell.nameIn(language);
    }

    public int rows() {
        return cells.stream().mapToInt(Cell::row).max().orElse(0) + 1;
    }

    public int columns() {
        return cells.stream().mapToInt(Cell::column).max().orElse(0) + 1;
    }

    private static TileMap read(String kind, String file) {
        return new TileMap(
                rows(
                        file,
                        row -> new Cell(
                                row.getField("code"),
                                row.getField("name"),
                                row.getField("country"),
                                Integer.parseInt(row.getField("row")),
                                Integer.parseInt(row.getField("col")))),
                rows("tile-map-labels.csv", row -> Map.entry(row.getField("map"), label(row))).stream()
                        .filter(label -> label.getKey().equals(kind))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static Label label(NamedCsvRecord row) {
        return new Label(
                row.getField("country"),
                Double.parseDouble(row.getField("row")),
                Double.parseDouble(row.getField("col")));
    }

    private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> each) {
        try (Reader text = new InputStreamReader(
                        new ClassPathResource("reference/" + file).getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().map(each).map(Objects::requireNonNull).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
