package eu.includeu.academy.demo.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The lists of the demo: names, people, reasons. */
public final class Lists {

    private static final Map<String, NamedCsvRecord> REASONS = read("demo/reasons.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("about"), Function.identity()));

    private Lists() {}

    /** Why an authority needs a competency, or why a coordinator decided as it was: in the authority's own language. */
    static String reason(String about, String language) {
        return Objects.requireNonNull(REASONS.get(about), about).getField(language);
    }

    static boolean hasReason(String about) {
        return REASONS.containsKey(about);
    }

    public static List<NamedCsvRecord> read(String path) {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
