package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.Notes;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Running;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.ceilings.Ceilings;
import eu.includeu.academy.bench.load.Load;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many of each a node serves a second, and how many the bare engines do: in rounds, each of them once in each round,
 * so that what the machine does beside hits all alike. One node of the size that {@code docs/operations.md} names for it.
 */
public final class RoutesPart implements Part {

    private static final int CONNECTIONS = 32;
    private static final String LESSON = "lesson";
    private static final int CANDIDATES = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("turn", 5));

    /** So long each route is asked for before anything is counted: its code is compiled meanwhile, on the same processors. */
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 12));

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        try (var node = Running.start(size, List.of("--academy.gate.places=128"));
                var ceilings = Ceilings.beside(node.databasePort());
                var load = new Load(node.port())) {
            var routes = all(new Crowd(node.owner()), node.port());
            for (var route : routes) {
                route.before().run();
                load.flatOut(route.walks(), WARM);
            }
            ceilings.measure(CONNECTIONS, WARM.dividedBy(2));
            var notes = new Notes();
            for (var round = 0; round < ROUNDS; round++) {
                var heights = ceilings.measure(CONNECTIONS, TURN);
                heights.forEach((name, rate) -> notes.add("ceiling " + name, "per second", rate));
                for (var route : routes) {
                    route.before().run();
                    measure(route, heights, load, node.spent(), notes);
                }
            }
            notes.add(
                    "lesson compressed",
                    "kB",
                    new Papers(node.port())
                            .kilobytes(lesson(routes).walks().get(0).next()));
            notes.add("heap given", "MB", Running.HEAP_MEGABYTES);
            notes.add("memory", "MB", node.megabytes());
            results.keep(name(), size, notes.figures());
        }
    }

    private static void measure(Route route, Map<String, Double> heights, Load load, Running.Spent spent, Notes notes)
            throws InterruptedException {
        var measured = load.flatOut(route.walks(), TURN).allRight(route.name());
        var rate = measured.perSecond();
        notes.add(route.name(), "per second", rate);
        notes.add(
                route.name() + " of " + route.ceiling(),
                "ratio",
                rate / heights.getOrDefault(route.ceiling(), Double.NaN));
        notes.add(route.name() + " p50", "s", measured.median());
        notes.add(route.name() + " p99", "s", measured.slow());
        notes.add(route.name() + " node", "ms of processor", spent.byNode() / (rate * TURN.toSeconds()));
        notes.add(route.name() + " database", "ms of processor", spent.byDatabase() / (rate * TURN.toSeconds()));
        if (route.name().equals(LESSON)) {
            var calm = load.atRate(route.walks(), TURN, 0.7 * rate).allRight("a lesson at seven tenths");
            notes.add("lesson tail of median at 70%", "ratio", calm.slow() / calm.median());
        }
    }

    private static Route lesson(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.name().equals(LESSON))
                .findFirst()
                .orElse(routes.get(0));
    }

    /** All of them, or those that {@code -Droutes=} names. */
    private static List<Route> all(Crowd crowd, int port) throws Exception {
        var wanted = Set.of(System.getProperty("routes", "").split(","));
        var routes = new Routes(crowd, CONNECTIONS);
        var candidates = crowd.candidates(CANDIDATES);
        var sitting = candidates.size() / 4;
        return Stream.concat(
                        routes.all().stream(),
                        Stream.of(
                                routes.answer(new Papers(port).begin(candidates.subList(0, sitting), CONNECTIONS)),
                                routes.attempt(candidates.subList(sitting, candidates.size()))))
                .filter(route -> wanted.contains("") || wanted.contains(route.name()))
                .toList();
    }
}
