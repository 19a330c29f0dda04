package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Pile;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * All of PostgreSQL is killed while 5,000 papers are handed in, and started again a second later. The control does
 * not wait for the disk before it says that something is saved: it must lose some, or the drill could not see a loss.
 */
record KillPostgreSql(boolean durable) implements Drill {

    private static final int WANTED = 5_000;
    private static final int WANTED_OF_CONTROL = 1_500;
    private static final int PAPERS_EACH = 212;
    private static final int PASSED = 10;

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
        var wanted = durable ? WANTED : WANTED_OF_CONTROL;
        try (var server = stage.server(name(), Map.of("synchronous_commit", durable ? "on" : "off"))) {
            var sitters = Pile.of(PAPERS_EACH, PASSED, stage.sitters(), server);
            try (var node = Node.with(server.settingsOfNode())) {
                var crowd = Crowd.handingIn(node.site(), sitters, Duration.ZERO);
                long started;
                try (crowd) {
                    crowd.awaitPapers(wanted / 2);
                    server.kill();
                    TimeUnit.SECONDS.sleep(1);
                    started = System.nanoTime();
                    server.startAgain();
                    crowd.awaitAnswerAfter(started);
                    crowd.awaitPapers(wanted);
                }
                return Drilled.of(name(), crowd.ledger(), server, started, Map.of());
            }
        }
    }
}
