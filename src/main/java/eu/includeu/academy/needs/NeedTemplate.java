package eu.includeu.academy.needs;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table to be filled in: its heading, and one line as an example that is right as it stands. */
final class NeedTemplate {

    /** Tells a spreadsheet that the letters are UTF-8. */
    private static final String MARK = "\uFEFF";

    private NeedTemplate() {}

    static String of(List<Authority> houses, Competencies competencies, LocalDate today, Locale locale) {
        var text = new StringWriter();
        var sheet = CsvWriter.builder().bufferSize(0).fieldSeparator(';').build(text);
        sheet.writeRecord(
                Stream.of(NeedSheet.Column.values()).map(NeedSheet.Column::key).toList());
        houses.stream().limit(1).forEach(house -> sheet.writeRecord(example(house, competencies, today, locale)));
        return MARK + text;
    }

    private static List<String> example(Authority house, Competencies competencies, LocalDate today, Locale locale) {
        return List.of(
                house.nameIn(locale.getLanguage()),
                competencies.all().get(0).id().value(),
                "2",
                "3",
                today.plusMonths(6).toString(),
                "0",
                house.languages().stream().filter(Languages::known).collect(Collectors.joining(" ")),
                "medium",
                "");
    }
}
