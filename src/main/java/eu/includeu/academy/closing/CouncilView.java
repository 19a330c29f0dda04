package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.gains.Effect;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report to a council in the reader's language, for the page, the print and the spreadsheet alike.
 *
 * @param from the first day, as forms send it
 * @param to the last day
 * @param months the period in words
 * @param tiles one for each need, those closed first
 * @param columns how many tiles stand in a row
 */
public record CouncilView(
        String id,
        String name,
        String from,
        String to,
        String months,
        LocalDate day,
        Told declared,
        Told closed,
        Told open,
        Told met,
        Places total,
        List<Branch> parts,
        List<Need> needs,
        @Nullable Effect gain,
        int gainRow,
        List<Module> modules,
        List<Tile> tiles,
        int columns) {

    private static final int FEWEST_COLUMNS = 24;
    private static final int RANGES = 4;

    /**
     * How many needs, and in which rows of the annex they stand.
     *
     * @param marked whether the rows are too scattered to be listed: then they are marked in the annex
     */
    public record Told(int count, String rows, boolean marked) {}

    /**
     * Places, and how many of them were filled at the beginning and at the end.
     *
     * @param before null where too few people would be told of
     * @param now null likewise
     */
    public record Places(
            int row,
            long all,
            @Nullable Share before,
            @Nullable Share now) {

        static Places of(Council.Filled filled) {
            return new Places(filled.row(), filled.places(), filled.before(), filled.now());
        }

        public boolean isShown() {
            return now != null;
        }
    }

    /** A part of the authority. */
    public record Branch(String name, boolean itself, int needs, int closed, Places places) {}

    /** A need. */
    public record Need(
            int row,
            String id,
            String authority,
            String theme,
            String competency,
            String code,
            String level,
            int target,
            int weight,
            String state,
            LocalDate declared,
            LocalDate deadline,
            @Nullable LocalDate closed,
            boolean declaredNow,
            boolean closedNow,
            boolean open,
            String why,
            Places places) {}

    /** A module that people completed. */
    public record Module(int row, String title, int people) {}

    /** A need in the picture: laid once it is closed. */
    public record Tile(String theme, boolean laid, int x, int y) {}

    public CouncilView {
        parts = List.copyOf(parts);
        needs = List.copyOf(needs);
        modules = List.copyOf(modules);
        tiles = List.copyOf(tiles);
    }

    /** Names by identifier, for whoever makes the view. */
    record Names(Map<Authority.Id, Authority> authorities, Map<String, String> titles, Competencies competencies) {

        String authority(Authority.Id id, Locale reader) {
            var authority = authorities.get(id);
            return authority == null ? "" : authority.nameIn(reader.getLanguage());
        }
    }

    static CouncilView of(Council council, Names names, Locale reader) {
        var needs =
                council.needs().stream().map(line -> need(line, names, reader)).toList();
        var columns = columns(needs.size());
        return new CouncilView(
                council.body().toString(),
                names.authority(council.body(), reader),
                council.period().from().toString(),
                council.period().to().toString(),
                words(council.period(), reader),
                council.day(),
                told(council.declared()),
                told(council.closed()),
                told(council.open()),
                told(council.met()),
                Places.of(council.total()),
                council.parts().stream()
                        .map(part -> new Branch(
                                names.authority(part.authority(), reader),
                                part.itself(),
                                part.needs(),
                                part.closed(),
                                Places.of(part.filled())))
                        .toList(),
                needs,
                council.gain(),
                council.gainRow(),
                council.modules().stream()
                        .map(use -> new Module(
                                use.row(), names.titles().getOrDefault(use.module(), use.module()), use.people()))
                        .toList(),
                tiles(needs, columns),
                columns);
    }

    /** Those closed in the period. */
    public List<Need> closedNow() {
        return needs.stream().filter(Need::closedNow).toList();
    }

    public List<Need> openNow() {
        return needs.stream().filter(Need::open).toList();
    }

    public int rowsOfTiles() {
        return (tiles.size() + columns - 1) / columns;
    }

    /** How many needs are closed by the end, in the period or before it. */
    public long laid() {
        return tiles.stream().filter(Tile::laid).count();
    }

    /** So many that the tiles stay large enough to be read, and the picture low enough to leave room. */
    private static int columns(int tiles) {
        var rows = tiles <= FEWEST_COLUMNS ? 1 : tiles <= 96 ? 2 : tiles <= 180 ? 3 : 4;
        return Math.max(FEWEST_COLUMNS, (tiles + rows - 1) / rows);
    }

    /** Whole months by their names, anything else by its days. */
    private static String words(Period period, Locale reader) {
        var format = period.isMonths()
                ? DateTimeFormatter.ofPattern("LLLL yyyy", reader)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(reader.getLanguage().equals("en") ? Locale.UK : reader);
        var first = format.format(period.from());
        var last = format.format(period.to());
        return first.equals(last) ? first : first + " \u2013 " + last;
    }

    private static Told told(List<Council.Line> lines) {
        var rows = Council.rows(lines);
        return new Told(lines.size(), rows, rows.split(",", -1).length > RANGES);
    }

    private static Need need(Council.Line line, Names names, Locale reader) {
        var competency = names.competencies().find(line.competency());
        return new Need(
                line.row(),
                line.need().toString(),
                names.authority(line.authority(), reader),
                competency.theme(),
                competency.name(reader),
                competency.id().value(),
                names.competencies().level(line.target()).name(reader),
                line.target(),
                line.weight(),
                line.state().key(),
                line.declared(),
                line.deadline(),
                line.closed(),
                line.declaredNow(),
                line.closedNow(),
                line.isOpen(),
                line.why().key(),
                Places.of(line.filled()));
    }

    private static List<Tile> tiles(List<Need> needs, int columns) {
        var ordered = Stream.concat(
                        needs.stream().filter(need -> !need.open()),
                        needs.stream().filter(Need::open))
                .toList();
        var tiles = new ArrayList<Tile>();
        for (var need : ordered) {
            tiles.add(new Tile(need.theme(), !need.open(), tiles.size() % columns, tiles.size() / columns));
        }
        return tiles;
    }
}
