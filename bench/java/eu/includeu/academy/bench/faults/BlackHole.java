package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Line;
import eu.includeu.academy.Node;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * For ten seconds the line between the node and its database swallows everything, and connections that lived through it
 * stay dead. The node must say within two seconds that it is not ready, and be back within five once the line is mended.
 */
final class BlackHole implements Drill {

    private static final int BEFORE = 1_000;
    private static final int WANTED = 2_500;
    private static final long DARK = TimeUnit.SECONDS.toNanos(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "black-hole";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("not ready after") > 2) {
            return Optional.of("the node went on saying that it is ready: " + drilled.others());
        }
        return drilled.recovery() > 5
                ? Optional.of("the node took too long to come back: " + drilled.recovery())
                : Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var line = Line.to(server.port());
                var node = Node.with(
                        "-Xmx512m", "--academy.database.host=127.0.0.1", "--academy.database.port=" + line.port())) {
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ofMillis(10));
            double notReady;
            long mended;
            try (crowd) {
                crowd.await(BEFORE);
                line.cut();
                var cut = System.nanoTime();
                while (Visitor.at(node.port()).look("/readyz", PATIENCE).status() != 503) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                notReady = (System.nanoTime() - cut) / 1e9;
                TimeUnit.NANOSECONDS.sleep(DARK - (System.nanoTime() - cut));
                line.mend();
                mended = System.nanoTime();
                crowd.await(WANTED);
            }
            return Drilled.of(name(), crowd.ledger(), server, mended, Map.of("not ready after", notReady));
        }
    }
}
