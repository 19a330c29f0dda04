package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.SlowSenders;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Six hundred connections send a few bytes of a head, a form or a piece of one each second, and never end: ten for each
 * place behind the gate. Officials answer meanwhile as if nobody else were there, and all of the slow ones are cut off.
 */
final class SlowPeople implements Drill {

    private static final int EACH = 200;
    private static final int BEFORE = 1_000;
    private static final long WHILE_THEY_DRIP = TimeUnit.SECONDS.toNanos(15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "slow-senders";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("failed first tries meanwhile") > 0 || drilled.gap() > 2) {
            return Optional.of("others had to wait for slow senders: " + drilled.others());
        }
        return drilled.other("still open") > 0
                ? Optional.of("slow senders were borne for longer than the settings say: " + drilled.others())
                : Drill.super.wrong(drilled);
    }

    /** The patience of the node is cut to a third, to keep the drill short: 4 seconds for a head, 10 for a body. */
    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var node = Node.with(server.settingsOfNode("--academy.gate.head=4s", "--academy.gate.body=10s"))) {
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ofMillis(50));
            long began;
            long ended;
            int stillOpen;
            int cutOff;
            int failed;
            try (crowd) {
                crowd.await(BEFORE);
                began = System.nanoTime();
                failed = crowd.ledger().failedFirstTries();
                try (var slow = new SlowSenders(node.port(), EACH)) {
                    TimeUnit.NANOSECONDS.sleep(WHILE_THEY_DRIP);
                    awaitEnd(slow);
                    stillOpen = slow.open();
                    cutOff = slow.cutOff();
                }
                ended = System.nanoTime();
                failed = crowd.ledger().failedFirstTries() - failed;
                crowd.awaitAnswerAfter(ended);
            }
            var perSecond = crowd.ledger().between(began, ended) / ((ended - began) / 1e9);
            return Drilled.of(
                    name(),
                    crowd.ledger(),
                    server,
                    ended,
                    Map.of(
                            "slow senders", 3.0 * EACH,
                            "cut off", (double) cutOff,
                            "still open", (double) stillOpen,
                            "failed first tries meanwhile", (double) failed,
                            "answers a second meanwhile", perSecond));
        }
    }

    private static void awaitEnd(SlowSenders slow) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (slow.open() > 0 && System.nanoTime() < end) {
            Crowd.sleep(Duration.ofMillis(200));
        }
    }
}
