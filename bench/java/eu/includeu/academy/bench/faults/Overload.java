package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Four hundred people ask at once, page after page: who is let in is served, the others are told when to come back (and
 * come back sooner), and as many pages are served as on a quiet day. Officials answer all the while.
 */
final class Overload implements Drill {

    private static final int QUIET = 32;
    private static final int CROWDED = 400;
    private static final int SECONDS = 12;
    private static final double WANTED = 0.8;
    private static final List<String> PAGES = List.of("/certificates");

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("goodput of peak") < WANTED) {
            return Optional.of("served less than eight tenths of the peak: " + drilled.others());
        }
        return drilled.other("other answers") > 0
                ? Optional.of("some were told neither a page nor to come back: " + drilled.others())
                : Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var node =
                        Node.with(server.settingsOfNode("-Xlog:gc:file=" + Stage.FOLDER.resolve("overload-gc.log")))) {
            var crowd = new Crowd(node.site(), stage.sitters(), Duration.ofMillis(200));
            var peak = new Outcome();
            var crowded = new Outcome();
            double quiet;
            double busy;
            long ended;
            try (crowd) {
                rate(stage, node, QUIET, peak);
                quiet = rate(stage, node, QUIET, peak);
                busy = rate(stage, node, CROWDED, crowded);
                ended = System.nanoTime();
                crowd.awaitAnswerAfter(ended);
            }
            return crowd.ledger()
                    .drilled(
                            name(),
                            server,
                            ended,
                            Map.of(
                                    "pages a second at the peak",
                                    quiet,
                                    "pages a second with 400",
                                    busy,
                                    "goodput of peak",
                                    busy / quiet,
                                    "turned away",
                                    (double) crowded.away,
                                    "other answers",
                                    (double) (peak.wrong + crowded.wrong)));
        }
    }

    /** What the readers of one run were told. */
    private static final class Outcome {
        private int away;
        private int wrong;
    }

    private static double rate(Stage stage, Node node, int people, Outcome outcome) throws InterruptedException {
        var readers = new Readers(node.site(), stage.sitters(), people, Duration.ZERO, PAGES);
        TimeUnit.SECONDS.sleep(2);
        var before = readers.told("200");
        TimeUnit.SECONDS.sleep(SECONDS);
        var served = readers.told("200") - before;
        readers.close();
        outcome.away += readers.told("503") + readers.told("429");
        outcome.wrong += readers.wrong();
        return (double) served / SECONDS;
    }
}
