package eu.includeu.academy.pairing;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Where a region lies on the globe, good to some kilometres: the middle of a NUTS 2 region, or of a country. */
public record Place(double latitude, double longitude) {

    /** Mean radius of the Earth. */
    private static final double EARTH = 6371.0;

    private static final String LIST = "reference/places.csv";

    private static final Map<String, Place> ALL = read();

    /** The nearest region of which the middle is known: the code itself, or the shortest way up from it. */
    public static Optional<Place> of(@Nullable String nuts) {
        for (var code = nuts; code != null && code.length() >= 2; code = code.substring(0, code.length() - 1)) {
            var place = ALL.get(code);
            if (place != null) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Along the great circle, by the haversine formula. */
    public double kilometresTo(Place other) {
        var up = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        var along = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        var chord =
                up * up + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * along * along;
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static Map<String, Place> read() {
        try (Reader text = new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8);
                var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.getField("code"),
                            row -> new Place(
                                    Double.parseDouble(row.getField("latitude")),
                                    Double.parseDouble(row.getField("longitude")))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
