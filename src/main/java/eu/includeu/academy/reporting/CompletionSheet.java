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
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Flux;

/**
 * Completions as a spreadsheet opens them: columns named for the reader, dates as every spreadsheet reads them, cells
 * parted by the sign that is usual where the decimal sign is a comma. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
final class CompletionSheet {

    /** So many lines go out together. */
    static final int TOGETHER = 100;

    private static final List<String> COLUMNS =
            List.of("authority", "name", "module", "version", "language", "score", "completed", "state", "confirmed");

    /** Tells a spreadsheet that the letters are UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r\n";

    private final Map<UUID, String> authorities;
    private final Map<String, String> titles;
    private final MessageSource texts;
    private final Locale locale;

    /**
     * @param authorities their names for the reader
     * @param titles of modules, for the reader
     */
    CompletionSheet(Map<UUID, String> authorities, Map<String, String> titles, MessageSource texts, Locale locale) {
        this.authorities = Map.copyOf(authorities);
        this.titles = Map.copyOf(titles);
        this.texts = texts;
        this.locale = locale;
    }

    /** The sheet in pieces, made as they are asked for. */
    Flux<String> pieces(Flux<ProgressFigures.Row> rows) {
        return Flux.just(MARK + head()).concatWith(rows.buffer(TOGETHER).map(this::lines));
    }

    String head() {
        return line(COLUMNS.stream().map(column -> say("completions.column." + column)));
    }

    String lines(List<ProgressFigures.Row> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(line(row)));
        return lines.toString();
    }

    String line(ProgressFigures.Row row) {
        return line(Stream.of(
                authorities.getOrDefault(row.authority(), ""),
                row.name(),
                titles.getOrDefault(row.module(), row.module()),
                row.number(),
                Languages.nameOf(row.language()),
                say("share", Math.round(row.share() * 100)),
                LocalDate.ofInstant(row.completed(), Clock.ZONE).toString(),
                say("completions.state." + row.review()),
                row.decided() == null
                        ? ""
                        : LocalDate.ofInstant(row.decided(), Clock.ZONE).toString()));
    }

    private String line(Stream<String> cells) {
        var text = new StringWriter();
        var writer = CsvWriter.builder()
                .fieldSeparator(separator())
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .bufferSize(0)
                .build(text);
        writer.writeRecord(cells.map(CompletionSheet::harmless).toArray(String[]::new));
        return text.toString();
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
