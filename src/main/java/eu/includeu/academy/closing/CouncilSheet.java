package eu.includeu.academy.closing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import eu.includeu.academy.authorities.Share;
import java.io.StringWriter;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The annex of a report to a council as a spreadsheet: the rows by number, as the report refers to them. Columns are named for
 * the reader; a figure that stays hidden says so. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CouncilSheet {

    private static final List<String> COLUMNS = List.of(
            "row",
            "kind",
            "authority",
            "competency",
            "name",
            "level",
            "state",
            "weight",
            "declared",
            "deadline",
            "closed",
            "in-months",
            "needs",
            "places",
            "before",
            "now",
            "module",
            "people",
            "gain",
            "low",
            "high");

    /** Tells a spreadsheet that the letters are UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r\n";

    private final MessageSource texts;
    private final Locale locale;
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    private CouncilSheet(MessageSource texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        this.writer = CsvWriter.builder()
                .fieldSeparator(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',')
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .bufferSize(0)
                .build(text);
    }

    static String of(CouncilView council, MessageSource texts, Locale locale) {
        var sheet = new CouncilSheet(texts, locale);
        sheet.writer.writeRecord(COLUMNS.stream()
                .map(column -> sheet.say("council.column." + column))
                .toArray(String[]::new));
        sheet.write(council);
        return MARK + sheet.text;
    }

    private void write(CouncilView council) {
        line(council.total().row(), "total", cells -> {
            cells.put("authority", council.name());
            cells.put("needs", council.needs().size());
            places(cells, council.total());
        });
        council.parts()
                .forEach(part -> line(part.places().row(), part.itself() ? "itself" : "part", cells -> {
                    cells.put("authority", part.name());
                    cells.put("needs", part.needs());
                    places(cells, part.places());
                }));
        council.needs().forEach(need -> line(need.row(), "need", cells -> need(cells, need)));
        line(council.gainRow(), "gain", cells -> gain(cells, council));
        council.modules()
                .forEach(module -> line(module.row(), "module", cells -> {
                    cells.put("module", module.title());
                    cells.put("people", say("council.at-least", module.people()));
                }));
    }

    private void need(Cells cells, CouncilView.Need need) {
        cells.put("authority", need.authority());
        cells.put("competency", need.code());
        cells.put("name", need.competency());
        cells.put("level", need.target());
        cells.put("state", say("council.state." + need.state()));
        cells.put("weight", need.weight());
        cells.put("declared", need.declared());
        cells.put("deadline", need.deadline());
        cells.put("closed", Objects.requireNonNullElse(need.closed(), ""));
        cells.put("in-months", marks(need));
        places(cells, need.places());
    }

    /** What happened in the time of the report: the rows that it only calls marked are found by this. */
    private String marks(CouncilView.Need need) {
        var declared = need.declaredNow() ? say("council.mark.declared") : "";
        var closed = need.closedNow() ? say("council.mark.closed") : "";
        var open = need.open() ? say("council.mark.open") : "";
        return (declared + " " + closed + open).strip();
    }

    private void gain(Cells cells, CouncilView council) {
        cells.put("authority", council.name());
        var gain = council.gain();
        if (gain == null) {
            cells.put("gain", say("council.few"));
        } else {
            cells.put("people", gain.learners());
            cells.put("gain", say("council.number", gain.mean()));
            cells.put("low", say("council.number", gain.interval().low()));
            cells.put("high", say("council.number", gain.interval().high()));
        }
    }

    private void places(Cells cells, CouncilView.Places places) {
        cells.put("places", places.all());
        cells.put("before", filled(places.before()));
        cells.put("now", filled(places.now()));
    }

    private Object filled(@Nullable Share share) {
        return share == null ? say("council.few") : share.part();
    }

    /** The cells of a line by their columns. */
    private static final class Cells {

        private final String[] cells = new String[COLUMNS.size()];

        Cells() {
            Arrays.fill(cells, "");
        }

        void put(String column, Object value) {
            cells[COLUMNS.indexOf(column)] = harmless(value.toString());
        }
    }

    private void line(int row, String kind, java.util.function.Consumer<Cells> fill) {
        var cells = new Cells();
        cells.put("row", row);
        cells.put("kind", say("council.kind." + kind));
        fill.accept(cells);
        writer.writeRecord(cells.cells);
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell) ? "'" + cell : cell;
    }

    private static boolean isNumber(String cell) {
        return cell.chars().skip(1).allMatch(sign -> Character.isDigit(sign) || sign == '.' || sign == ',')
                && cell.charAt(0) == '-'
                && cell.length() > 1;
    }

    private String say(String code, Object... arguments) {
        return texts.getMessage(code, arguments, locale);
    }
}
