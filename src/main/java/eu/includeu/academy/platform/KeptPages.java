package eu.includeu.academy.platform;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pages that were rendered with marks in them, kept as the pieces between the marks; in bounded memory. */
@Component
public class KeptPages {

    private static final long MOST_BYTES = 48L << 20;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Cache<Object, Pieces> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Object, Pieces>weigher((key, pieces) -> pieces.bytes())
            .expireAfterWrite(LONGEST)
            .build();

    /** A page in pieces: before the first mark, between two, after the last; and which mark follows each but the last. */
    private record Pieces(List<byte[]> texts, List<String> marks, int bytes) {

        static Pieces of(String page, Iterable<String> marks) {
            var texts = new ArrayList<byte[]>();
            var found = new ArrayList<String>();
            var any = Pattern.compile(String.join("|", quoted(marks))).matcher(page);
            var from = 0;
            while (any.find()) {
                texts.add(page.substring(from, any.start()).getBytes(StandardCharsets.UTF_8));
                found.add(any.group());
                from = any.end();
            }
            texts.add(page.substring(from).getBytes(StandardCharsets.UTF_8));
            return new Pieces(
                    List.copyOf(texts),
                    List.copyOf(found),
                    texts.stream().mapToInt(text -> text.length).sum());
        }

        private static List<String> quoted(Iterable<String> marks) {
            var quoted = new ArrayList<String>();
            marks.forEach(mark -> quoted.add(Pattern.quote(mark)));
            return quoted;
        }

        byte[] with(Map<String, String> places) {
            var page = new ByteArrayOutputStream(bytes + 1_024);
            for (var at = 0; at < marks.size(); at++) {
                page.writeBytes(texts.get(at));
                page.writeBytes(requireNonNull(places.get(marks.get(at))).getBytes(StandardCharsets.UTF_8));
            }
            page.writeBytes(texts.get(marks.size()));
            return page.toByteArray();
        }
    }

    /**
     * The page of this key, with each mark replaced.
     *
     * @param places what stands in the place of each mark, escaped as the page needs it
     * @param rendering makes the page with the marks in it
     */
    public Mono<byte[]> page(Object key, Map<String, String> places, Supplier<Mono<String>> rendering) {
        var kept = pages.getIfPresent(key);
        return kept != null
                ? Mono.just(kept.with(places))
                : rendering.get().map(page -> {
                    var pieces = Pieces.of(page, places.keySet());
                    pages.put(key, pieces);
                    return pieces.with(places);
                });
    }
}
