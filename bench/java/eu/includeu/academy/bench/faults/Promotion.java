package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import java.nio.file.Files;
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
        var copy = Stage.FOLDER.resolve(name()).resolve("replica");
        var data = stage.data(name());
        PostgreSql.copy(data, copy);
        Files.createFile(copy.resolve("standby.signal"));
        try (var primary = PostgreSql.start(stage.programs(), data, Map.of("synchronous_standby_names", "replica"));
                var replica = PostgreSql.start(
                        stage.programs(),
                        copy,
                        Map.of(
                                "primary_conninfo",
                                "host=127.0.0.1 user=postgres application_name=replica port=" + primary.port()));
                var node = Node.with(
                        "-Xmx512m",
                        "--academy.database.host=127.0.0.1:" + primary.port() + ",127.0.0.1:" + replica.port())) {
            var crowd = new Crowd(node.site(), stage.sitters(), Duration.ZERO);
            long promoted;
            try (crowd) {
                crowd.await(BEFORE);
                primary.kill();
                TimeUnit.SECONDS.sleep(1);
                promoted = System.nanoTime();
                replica.promote();
                crowd.await(WANTED);
            }
            return crowd.ledger().drilled(name(), replica, promoted, Map.of());
        }
    }
}
