package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People who do nothing but open pages, one after the other, and what each was told. */
public final class Readers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A fifth of what the page that turns away asks for. */
    private static final Duration BEFORE_COMING_BACK = Duration.ofSeconds(1);

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final List<Thread> threads;
    private volatile boolean over;

    private Readers(String site, List<Visitor> people, int readers, Duration pause, IntFunction<String> pages) {
        this.threads = IntStream.range(0, readers)
                .mapToObj(number -> new Thread(
                        () -> read(site, people.get(number % people.size()), number, pause, pages), "reader"))
                .toList();
        threads.forEach(Thread::start);
    }

    /** So many who are signed in, who read these pages in turn. */
    public static Readers of(List<Sitter> people, String site, int readers, Duration pause, List<String> pages) {
        var visitors = people.stream().map(Sitter::visitor).toList();
        return new Readers(site, visitors, readers, pause, turn -> pages.get(turn % pages.size()));
    }

    /** So many whom nobody knows. */
    public static Readers strangers(String site, int readers, Duration pause, IntFunction<String> pages) {
        return new Readers(site, List.of(Visitor.at(0)), readers, pause, pages);
    }

    /** How many pages were told this: "200", "503", "503 without Retry-After", "broken lines". */
    public int told(String what) {
        return answers.getOrDefault(what, new AtomicInteger()).get();
    }

    /** All that were not served. */
    public int failed() {
        return answers.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("200"))
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    /** All answers that are neither a page nor a request to come back later. */
    public int wrong() {
        return failed() - told("503") - told("429");
    }

    /** The longest time that one page took, in seconds. */
    public double slowest() {
        return slowest.get() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }

    private void read(String site, Visitor visitor, int number, Duration pause, IntFunction<String> pages) {
        for (var turn = number; !over; turn++) {
            var asked = System.nanoTime();
            var told = visitor.look(site + pages.apply(turn), PATIENCE);
            slowest.accumulateAndGet(System.nanoTime() - asked, Math::max);
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
