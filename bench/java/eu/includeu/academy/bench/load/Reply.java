package eu.includeu.academy.bench.load;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param headers by their names in small letters; of several with one name the last
 */
public record Reply(int status, Map<String, String> headers, String body) {

    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
