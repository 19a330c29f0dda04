package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * All of PostgreSQL is killed while 5,000 answers and papers come in, and started again a second later. The control does
 * not wait for the disk before it says that something is saved: it must lose some, or the drill could not see a loss.
 */
record KillPostgreSql(boolean durable) implements Drill {

    private static final int WANTED = 5_000;

    @Override
    public String name() {
        return durable ? "kill-postgresql" : "kill-postgresql-control";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        return durable || drilled.missing() > 0
                ? Drill.super.wrong(drilled).filter(wrong -> durable)
                : Optional.of("nothing is missing, so this drill cannot see a loss");
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of("synchronous_commit", durable ? "on" : "off"));
                var node = Node.with(server.settingsOfNode())) {
            var crowd = new Crowd(node.site(), stage.sitters(), Duration.ZERO);
            long started;
            try (crowd) {
                crowd.await(WANTED / 2);
                server.kill();
                TimeUnit.SECONDS.sleep(1);
                started = System.nanoTime();
                server.startAgain();
                crowd.awaitAnswerAfter(started);
                crowd.await(WANTED);
            }
            return crowd.ledger().drilled(name(), server, started, Map.of());
        }
    }
}
