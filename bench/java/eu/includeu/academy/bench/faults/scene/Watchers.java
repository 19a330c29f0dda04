package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Coordinators who keep a live overview open, as its page does: when the stream ends, it is opened again after a moment. */
public final class Watchers implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicLong longestAway = new AtomicLong();
    private final List<Thread> threads;
    private volatile boolean over;

    public Watchers(String site, Visitor coordinator, int many) {
        this.threads = IntStream.range(0, many)
                .mapToObj(number -> new Thread(() -> watch(site, coordinator), "watcher"))
                .toList();
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** How many streams were opened, refused, ended by a node, and broken off; and how long the longest was silent after its end. */
    public Map<String, Double> told() {
        return Map.of(
                "streams opened", (double) opened.get(),
                "streams refused", (double) refused.get(),
                "streams ended", (double) ended.get(),
                "streams broken off", (double) broken.get(),
                "longest until a stream spoke again", longestAway.get() / 1e9);
    }

    @Override
    public void close() {
        over = true;
        threads.forEach(Thread::interrupt);
    }

    private void watch(String site, Visitor coordinator) {
        var left = System.nanoTime();
        while (!over) {
            var since = left;
            var watched = coordinator.watch(
                    site + "/overview/changes",
                    () -> longestAway.accumulateAndGet(System.nanoTime() - since, Math::max));
            (watched.status() == 200 ? opened : refused).incrementAndGet();
            if (!over && watched.status() == 200) {
                (watched.ended() ? ended : broken).incrementAndGet();
                left = System.nanoTime();
            }
            Crowd.sleep(A_MOMENT);
        }
    }
}
