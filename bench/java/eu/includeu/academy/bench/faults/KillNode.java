package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.HaProxy;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One of two nodes behind the proxy is killed while officials answer; nobody starts it again. */
final class KillNode implements Drill {

    private static final int BEFORE = 1_500;
    private static final int WANTED = 4_000;

    @Override
    public String name() {
        return "kill-node";
    }

    @Override
    public Optional<String> lacks() {
        return HaProxy.lacking();
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var one = Node.with(server.settingsOfNode());
                var two = Node.with(server.settingsOfNode());
                var proxy = HaProxy.before(one, two)) {
            var crowd = Crowd.answering(proxy.site(), stage.sitters(), Duration.ofMillis(20));
            long killed;
            try (crowd) {
                crowd.await(BEFORE);
                one.kill();
                killed = System.nanoTime();
                crowd.await(WANTED);
            }
            return Drilled.of(name(), crowd.ledger(), server, killed, Map.of());
        }
    }
}
