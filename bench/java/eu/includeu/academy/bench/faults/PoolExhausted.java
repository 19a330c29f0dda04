package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Readers;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Somebody keeps a table locked for twelve seconds, and forty people ask for pages that need it: all connections wait.
 * What is answered from memory is served to everybody meanwhile, the others are told when to come back, and all is as before
 * once the lock is gone.
 */
final class PoolExhausted implements Drill {

    private static final int BEFORE = 500;
    private static final int WAITING = 40;
    private static final int LOCKED = 12;
    private static final List<String> NEEDS_IT = List.of("/certificates");
    private static final List<String> FROM_MEMORY = List.of("/", "/library", "/privacy", "/accessibility");

    @Override
    public String name() {
        return "pool-exhausted";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("public pages failed") > 0 || drilled.other("public pages") == 0) {
            return Optional.of("public pages were not served: " + drilled.others());
        }
        if (drilled.other("waiting pages turned away") == 0) {
            return Optional.of("connections never were all taken: " + drilled.others());
        }
        if (drilled.other("other answers") + drilled.other("503 without Retry-After") > 0) {
            return Optional.of("some were told neither a page nor when to come back: " + drilled.others());
        }
        return drilled.recovery() > 5
                ? Optional.of("it took too long until answers were saved again: " + drilled.recovery())
                : Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var node = Node.with(server.settingsOfNode())) {
            FROM_MEMORY.forEach(page -> Visitor.at(node.port()).get(page));
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ofMillis(50));
            var told = new HashMap<String, Double>();
            long unlocked;
            try (crowd;
                    var lock = server.connect()) {
                crowd.await(BEFORE);
                lock.setAutoCommit(false);
                lock.createStatement().execute("lock table certificates.certificate in access exclusive mode");
                var waiting = Readers.of(stage.sitters(), node.site(), WAITING, Duration.ZERO, NEEDS_IT);
                TimeUnit.SECONDS.sleep(1);
                var strangers = Readers.strangers(
                        node.site(), 4, Duration.ofMillis(100), turn -> FROM_MEMORY.get(turn % FROM_MEMORY.size()));
                TimeUnit.SECONDS.sleep(LOCKED - 1);
                strangers.close();
                lock.rollback();
                unlocked = System.nanoTime();
                crowd.awaitAnswerAfter(unlocked);
                TimeUnit.SECONDS.sleep(1);
                waiting.close();
                told.put("public pages", (double) strangers.told("200"));
                told.put("public pages failed", (double) strangers.failed());
                told.put("slowest public page", strangers.slowest());
                told.put("waiting pages served", (double) waiting.told("200"));
                told.put("waiting pages turned away", (double) waiting.told("503"));
                told.put("other answers", (double) waiting.wrong());
            }
            return Drilled.of(name(), crowd.ledger(), server, unlocked, told);
        }
    }
}
