package eu.includeu.academy.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The lists of the demo: names, people, reasons. */
final class Lists {

    private Lists() {}

    static List<NamedCsvRecord> read(String path) {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
