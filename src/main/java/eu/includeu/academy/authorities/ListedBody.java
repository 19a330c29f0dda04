package eu.includeu.academy.authorities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A public body as the programme's list names it, and under which other one it reports.
 *
 * @param key how the list refers to it, such as {@code karditsa}; nothing else does
 * @param parent the key of the body above it; null for the partnership alone
 */
public record ListedBody(
        String key, Authority authority, @Nullable String parent) {

    private static final String LIST = "reference/authorities.csv";

    /** All bodies of the list, each after the one above it. Populations are those of 2021. */
    public static List<ListedBody> all() {
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8))) {
            return rows.stream().map(ListedBody::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ListedBody read(NamedCsvRecord row) {
        var population = orNull(row, "population");
        var authority = new Authority(
                Authority.Id.of(row.getField("id")),
                row.getField("name"),
                orNull(row, "name_latin"),
                Authority.Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                orNull(row, "country"),
                orNull(row, "territory"),
                List.of(row.getField("languages").split(" ")),
                population == null ? null : Integer.valueOf(population),
                row.getField("review_required").equals("yes"),
                orNull(row, "contact"),
                0);
        return new ListedBody(row.getField("key"), authority, orNull(row, "parent"));
    }

    private static @Nullable String orNull(NamedCsvRecord row, String field) {
        var text = Objects.requireNonNull(row.getField(field));
        return text.isEmpty() ? null : text;
    }
}
