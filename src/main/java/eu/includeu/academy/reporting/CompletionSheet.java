package eu.includeu.academy.reporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.progress.ProgressFigures;
import java.io.StringWriter;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Flux;

/**
 * Completions as a spreadsheet opens them: columns named for the reader, dates as every spreadsheet reads them, cells
 * parted by the sign that is usual where the decimal sign is a comma. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
final class CompletionSheet {

    private static final List<String> COLUMNS =
            List.of("authority", "name", "module", "version", "language", "score", "completed", "state", "confirmed");

    /** Tells a spreadsheet that the letters are UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final List<String> STATES = List.of("none", "to_review", "confirmed", "returned");

    private static final String FORMULA = "=+-@\t\r\n";

    private final Map<UUID, String> authorities;
    private final Map<String, String> titles;
    private final MessageSource texts;
    private final Locale locale;

    /** Said once for the sheet, and not in each of its lines: what stands for each percent, and for each state. */
    private final List<String> shares;

    private final Map<String, String> states;

    /**
     * @param authorities their names for the reader
     * @param titles of modules, for the reader
     */
    CompletionSheet(Map<UUID, String> authorities, Map<String, String> titles, MessageSource texts, Locale locale) {
        this.authorities = Map.copyOf(authorities);
        this.titles = Map.copyOf(titles);
        this.texts = texts;
        this.locale = locale;
        this.shares = IntStream.rangeClosed(0, 100)
                .mapToObj(percent -> say("share", percent))
                .toList();
        this.states = STATES.stream()
                .collect(Collectors.toUnmodifiableMap(state -> state, state -> say("completions.state." + state)));
    }

    /** The sheet in pieces, made as they are asked for. */
    Flux<String> pieces(Flux<List<ProgressFigures.Row>> rows) {
        return Flux.just(MARK + head())
                .concatWith(rows.filter(some -> !some.isEmpty()).map(this::lines));
    }

    String head() {
        return written(writer -> write(COLUMNS.stream().map(column -> say("completions.column." + column)), writer));
    }

    String lines(List<ProgressFigures.Row> rows) {
        return written(writer -> rows.forEach(row -> write(cells(row), writer)));
    }

    private Stream<String> cells(ProgressFigures.Row row) {
        return Stream.of(
                authorities.getOrDefault(row.authority(), ""),
                row.name(),
                titles.getOrDefault(row.module(), row.module()),
                row.number(),
                Languages.nameOf(row.language()),
                shares.get((int) Math.round(row.share() * 100)),
                LocalDate.ofInstant(row.completed(), Clock.ZONE).toString(),
                states.getOrDefault(row.review(), row.review()),
                row.decided() == null
                        ? ""
                        : LocalDate.ofInstant(row.decided(), Clock.ZONE).toString());
    }

    /** One writer for all lines that go out together. */
    private String written(Consumer<CsvWriter> lines) {
        var text = new StringWriter();
        lines.accept(CsvWriter.builder()
                .fieldSeparator(separator())
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .bufferSize(0)
                .build(text));
        return text.toString();
    }

    private static void write(Stream<String> cells, CsvWriter writer) {
        writer.writeRecord(cells.map(CompletionSheet::harmless).toArray(String[]::new));
    }

    private char separator() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private String say(String code, Object... arguments) {
        return texts.getMessage(code, arguments, locale);
    }
}
