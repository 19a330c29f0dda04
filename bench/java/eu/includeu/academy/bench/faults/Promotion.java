package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The database server dies for good while officials answer, and its synchronous replica is made the server that takes
 * writes. The node knows both addresses and finds the right one by itself.
 */
final class Promotion implements Drill {

    private static final int BEFORE = 1_500;
    private static final int WANTED = 4_000;

    @Override
    public String name() {
        return "promotion";
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var primary = stage.server(name(), Map.of("synchronous_standby_names", "replica"));
                var replica = stage.replica(name(), primary);
                var node = Node.with(
                        "-Xmx512m",
                        "--academy.database.host=127.0.0.1:" + primary.port() + ",127.0.0.1:" + replica.port())) {
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ZERO);
            long promoted;
            try (crowd) {
                crowd.await(BEFORE);
                primary.kill();
                TimeUnit.SECONDS.sleep(1);
                promoted = System.nanoTime();
                replica.promote();
                crowd.await(WANTED);
            }
            return Drilled.of(name(), crowd.ledger(), replica, promoted, Map.of());
        }
    }
}
