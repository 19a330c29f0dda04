package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Both nodes behind the proxy are stopped and started again, one after the other, while officials answer and read, and a
 * coordinator looks at a live overview: no request may fail, and the overview must come back by itself.
 */
final class RollingRestart implements Drill {

    private static final String COORDINATOR = "coordinator.karditsa@demo.includ-eu.example";

    /** Two good checks of the proxy, and some. */
    private static final int SEEN_BY_PROXY = 4;

    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public Optional<String> lacks() {
        return HaProxy.lacking();
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("failed first tries") + drilled.other("failed pages") > 0) {
            return Optional.of("requests failed while nodes were started again: " + drilled.others());
        }
        if (drilled.other("streams opened") < 2) {
            return Optional.of("the live overview did not come back");
        }
        return Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var one = Node.with(server.settingsOfNode("--academy.gate.farewell=4s"));
                var two = Node.with(server.settingsOfNode("--academy.gate.farewell=4s"));
                var proxy = HaProxy.before(one, two);
                var readers = new Readers(
                        proxy.site(), stage.sitters(), 4, Duration.ofMillis(100), List.of("/library", "/account"));
                var watcher = new Watcher(proxy.site(), Visitor.signedIn(one.port(), COORDINATOR))) {
            var crowd = new Crowd(proxy.site(), stage.sitters(), Duration.ofMillis(100));
            long started;
            try (crowd) {
                crowd.await(500);
                again(one);
                again(two);
                started = System.nanoTime();
                crowd.awaitAnswerAfter(started);
            }
            return crowd.ledger()
                    .drilled(
                            name(),
                            server,
                            started,
                            Map.of(
                                    "pages read", (double) readers.told("200"),
                                    "failed pages", (double) readers.failed(),
                                    "streams opened", (double) watcher.opened.get(),
                                    "streams refused", (double) watcher.refused.get()));
        }
    }

    private static void again(Node node) throws Exception {
        node.close();
        node.startAgain();
        TimeUnit.SECONDS.sleep(SEEN_BY_PROXY);
    }

    /** Keeps an event stream open, as the page does: when it ends, it is opened again after a moment. */
    private static final class Watcher implements AutoCloseable {

        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final Thread thread;
        private volatile boolean over;

        Watcher(String site, Visitor coordinator) {
            this.thread = new Thread(() -> watch(site, coordinator), "watcher");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() {
            over = true;
            thread.interrupt();
        }

        private void watch(String site, Visitor coordinator) {
            while (!over) {
                var status = coordinator.watch(site + "/overview/changes");
                (status == 200 ? opened : refused).incrementAndGet();
                Crowd.sleep(Duration.ofSeconds(1));
            }
        }
    }
}
