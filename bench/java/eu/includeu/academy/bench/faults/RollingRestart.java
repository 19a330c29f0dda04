package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.HaProxy;
import eu.includeu.academy.bench.faults.scene.Readers;
import eu.includeu.academy.bench.faults.scene.Stage;
import eu.includeu.academy.bench.faults.scene.Watchers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Both nodes behind the proxy are stopped and started again, one after the other, while officials answer and read, and some
 * coordinators look at a live overview: no request may fail, each overview must be sent away by a node that stops, before
 * that is gone, and come back by itself.
 */
final class RollingRestart implements Drill {

    private static final String COORDINATOR = "coordinator.karditsa@demo.includ-eu.example";

    private static final int WATCHERS = 8;

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
        if (drilled.other("streams broken off") > 0 || drilled.other("streams ended") < WATCHERS) {
            return Optional.of("live overviews were not sent away before their node went: " + drilled.others());
        }
        if (drilled.other("streams opened") < 2 * WATCHERS) {
            return Optional.of("live overviews did not come back: " + drilled.others());
        }
        return Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var one = Node.with(server.settingsOfNode("--academy.gate.farewell=4s"));
                var two = Node.with(server.settingsOfNode("--academy.gate.farewell=4s"));
                var proxy = HaProxy.before(one, two);
                var readers = Readers.of(
                        stage.sitters(), proxy.site(), 4, Duration.ofMillis(100), List.of("/library", "/account"));
                var watchers = new Watchers(proxy.site(), Visitor.signedIn(one.port(), COORDINATOR), WATCHERS)) {
            var crowd = Crowd.answering(proxy.site(), stage.sitters(), Duration.ofMillis(100));
            long started;
            try (crowd) {
                crowd.await(500);
                again(one);
                again(two);
                started = System.nanoTime();
                crowd.awaitAnswerAfter(started);
            }

            var told = new HashMap<>(watchers.told());
            told.put("pages read", (double) readers.told("200"));
            told.put("failed pages", (double) readers.failed());
            return Drilled.of(name(), crowd.ledger(), server, started, told);
        }
    }

    private static void again(Node node) throws Exception {
        node.close();
        node.startAgain();
        TimeUnit.SECONDS.sleep(SEEN_BY_PROXY);
    }
}
