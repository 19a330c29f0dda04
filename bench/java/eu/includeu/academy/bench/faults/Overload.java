package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Sitter;
import eu.includeu.academy.bench.faults.scene.Stage;
import eu.includeu.academy.bench.load.Call;
import eu.includeu.academy.bench.load.Load;
import eu.includeu.academy.bench.load.Reply;
import eu.includeu.academy.bench.load.Walk;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Four hundred people ask at once, page after page, and again at once when they are turned away. Who is let in is served,
 * and nearly as many pages are served as to the crowd for which the node does best. Officials answer all the while.
 */
final class Overload implements Drill {

    private static final int CROWDED = 400;
    private static final List<Integer> SMALLER = List.of(8, 16, 32, 64, 128);
    private static final int ROUNDS = 3;
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration EACH = Duration.ofSeconds(4);
    private static final double WANTED = 0.8;
    private static final String PAGE = "/certificates";

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("goodput of peak") < WANTED) {
            return Optional.of("served less than eight tenths of the peak: " + drilled.others());
        }
        if (drilled.other("turned away") == 0) {
            return Optional.of("nobody was turned away, so it was no overload: " + drilled.others());
        }
        return drilled.other("other answers") > 0
                ? Optional.of("some were told neither a page nor to come back: " + drilled.others())
                : Drill.super.wrong(drilled);
    }

    /** Three rounds, each with every crowd, so that a busy moment of the machine does not decide. */
    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var node = Node.with(server.settingsOfNode("-XX:+ExitOnOutOfMemoryError"));
                var load = new Load(node.port())) {
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ofMillis(200));
            var told = new Told();
            var rates = new HashMap<Integer, double[]>();
            long ended;
            try (crowd) {
                rate(load, stage, 64, WARMING, told);
                for (var round = 0; round < ROUNDS; round++) {
                    for (var people : SMALLER) {
                        kept(rates, people)[round] = rate(load, stage, people, EACH, told);
                    }
                    kept(rates, CROWDED)[round] = rate(load, stage, CROWDED, EACH.multipliedBy(2), told);
                }
                ended = System.nanoTime();
                crowd.awaitAnswerAfter(ended);
            }
            return Drilled.of(name(), crowd.ledger(), server, ended, figures(rates, told));
        }
    }

    private static Map<String, Double> figures(Map<Integer, double[]> rates, Told told) {
        var figures = new HashMap<String, Double>();
        rates.forEach((people, all) -> figures.put("pages a second for " + people, middle(all)));
        var peak = SMALLER.stream()
                .mapToDouble(people -> middle(kept(rates, people)))
                .max()
                .orElseThrow();
        figures.put("goodput of peak", middle(kept(rates, CROWDED)) / peak);
        figures.put("turned away", (double) told.away);
        figures.put("other answers", (double) told.wrong);
        return figures;
    }

    private static double[] kept(Map<Integer, double[]> rates, int people) {
        return rates.computeIfAbsent(people, key -> new double[ROUNDS]);
    }

    private static double middle(double[] all) {
        return Arrays.stream(all).sorted().toArray()[all.length / 2];
    }

    private static double rate(Load load, Stage stage, int people, Duration time, Told told)
            throws InterruptedException {
        var sitters = stage.sitters();
        var walks = IntStream.range(0, people)
                .mapToObj(number -> new Asking(sitters.get(number % sitters.size()), told))
                .toList();
        var measured = load.flatOut(walks, time);
        told.wrong +=
                measured.wrong().values().stream().mapToInt(Integer::intValue).sum();
        measured.wrong().forEach((what, times) -> System.err.println(times + " times " + what));
        return measured.perSecond();
    }

    /** What those who asked were told besides pages. */
    private static final class Told {
        private int away;
        private int wrong;
    }

    /** One who asks for the same page again and again. */
    private static final class Asking implements Walk {

        private final Call call;
        private final Told told;
        private boolean served;

        Asking(Sitter sitter, Told told) {
            this.call = new Call("GET", PAGE, Map.of("Cookie", sitter.visitor().cookie(), "Accept", "text/html"), null);
            this.told = told;
        }

        @Override
        public Call next() {
            return call;
        }

        @Override
        public boolean accepts(Reply reply) {
            served = reply.status() == 200 && reply.body().contains("</html>");
            var away = (reply.status() == 503 || reply.status() == 429) && reply.header("retry-after") != null;
            told.away += away ? 1 : 0;
            return served || away;
        }

        @Override
        public boolean counts() {
            return served;
        }
    }
}
