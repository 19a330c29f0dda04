package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** People who do nothing but open pages, one after the other, and what each was told. */
final class Readers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A fifth of what the page that turns away asks for. */
    private static final Duration BEFORE_COMING_BACK = Duration.ofSeconds(1);

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private volatile boolean over;

    /** @param pages signed-in pages, read in turn */
    Readers(String site, List<Sitter> people, int readers, Duration pause, List<String> pages) {
        this.threads = IntStream.range(0, readers)
                .mapToObj(number -> new Thread(
                        () -> read(site, people.get(number % people.size()).visitor(), number, pause, pages), "reader"))
                .toList();
        threads.forEach(Thread::start);
    }

    /** How many pages were told this: "200", "503", "503 without Retry-After", "broken lines". */
    int told(String what) {
        return answers.getOrDefault(what, new AtomicInteger()).get();
    }

    /** All that were not served. */
    int failed() {
        return answers.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("200"))
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    /** All answers that are neither a page nor a request to come back later. */
    int wrong() {
        return failed() - told("503") - told("429");
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }

    private void read(String site, Visitor visitor, int number, Duration pause, List<String> pages) {
        for (var turn = number; !over; turn++) {
            var told = visitor.look(site + pages.get(turn % pages.size()), PATIENCE);
            answers.computeIfAbsent(name(told), key -> new AtomicInteger()).incrementAndGet();
            Crowd.sleep(told.status() == 200 ? pause : BEFORE_COMING_BACK);
        }
    }

    private static String name(Visitor.Told told) {
        if (told.status() == 0) {
            return "broken lines";
        }
        var later = told.status() == 503 || told.status() == 429;
        return told.status() + (later && told.header("retry-after").isEmpty() ? " without Retry-After" : "");
    }
}
