package eu.includeu.academy.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a server.
 *
 * @param headers besides {@code Host} and {@code Content-Length}, which are set by themselves
 * @param body a form, or null for a question without one
 */
public record Call(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    public static Call get(String path, String cookie) {
        return new Call("GET", path, Map.of("Cookie", cookie), null);
    }

    /** A form sent by a script that wants JSON or a page, as {@code accept} says. */
    public static Call post(String path, Map<String, String> headers, String form) {
        return new Call("POST", path, headers, form);
    }

    byte[] bytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }
}
