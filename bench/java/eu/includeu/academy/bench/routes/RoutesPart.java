package eu.includeu.academy.bench.routes;

import eu.includeu.academy.Academy;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.bench.Server;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.ceilings.Ceilings;
import eu.includeu.academy.bench.load.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final int CANDIDATES = 2_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("turn", 5));
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 60));

    @Override
    public String name() {
        return "routes";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        var directory = Path.of(System.getProperty("world", "target/bench/" + size + "/database"));
        try (var node = Server.start(
                        Academy.class,
                        options(),
                        Server.freePort(),
                        "/readyz",
                        List.of(
                                "--academy.demo=false",
                                "--academy.database.directory=" + directory,
                                "--academy.gate.places=128",
                                "--logging.level.root=error"));
                var owner = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port(directory)
                        + "/academy?user=academy_owner&password=academy");
                var ceilings = Ceilings.beside(port(directory));
                var load = new Load(node.port())) {
            var routes = all(new Crowd(owner), node.port());
            for (var route : routes) {
                route.before().run();
                load.flatOut(route.walks(), WARM.dividedBy(routes.size()));
            }
            ceilings.measure(CONNECTIONS, Duration.ofSeconds(2));
            var rates = new LinkedHashMap<String, List<Double>>();
            var slow = new LinkedHashMap<String, List<Double>>();
            var effort = new LinkedHashMap<String, List<Double>>();
            for (var round = 0; round < ROUNDS; round++) {
                ceilings.measure(CONNECTIONS, TURN).forEach((name, rate) -> add(rates, "ceiling " + name, rate));
                for (var route : routes) {
                    route.before().run();
                    var before = processorSeconds(node.process().toHandle());
                    var databaseBefore = processorSeconds(postmaster(directory));
                    var measured = load.flatOut(route.walks(), TURN).allRight(route.name());
                    var calls = measured.perSecond() * TURN.toSeconds();
                    add(
                            effort,
                            route.name() + " node",
                            (processorSeconds(node.process().toHandle()) - before) * 1e3 / calls);
                    add(
                            effort,
                            route.name() + " database",
                            (processorSeconds(postmaster(directory)) - databaseBefore) * 1e3 / calls);
                    add(rates, route.name(), measured.perSecond());
                    add(
                            rates,
                            route.name() + " of " + route.ceiling(),
                            measured.perSecond() / last(rates, "ceiling " + route.ceiling()));
                    add(slow, route.name() + " p50", measured.median());
                    add(slow, route.name() + " p99", measured.slow());
                }
            }
            var figures = new ArrayList<Figure>();
            rates.forEach(
                    (what, runs) -> figures.add(figure(what, what.contains(" of ") ? "ratio" : "per second", runs)));
            slow.forEach((what, runs) -> figures.add(figure(what, "s", runs)));
            effort.forEach((what, runs) -> figures.add(figure(what, "ms", runs)));
            figures.add(Figure.of("start", "s", node.secondsToStart()));
            figures.add(Figure.of("memory", "MB", node.megabytes()));
            results.keep(name(), size, figures);
        }
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

    /** What a process and those it started have used of the processors so far. */
    private static double processorSeconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .flatMap(one -> one.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    /** The database server of this directory. */
    private static ProcessHandle postmaster(Path directory) throws IOException {
        var pid =
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** The heap that the goals name, and whatever {@code -Dnode=} adds to look inside. */
    private static List<String> options() {
        return Stream.concat(
                        Stream.of("-Xmx512m"),
                        Stream.of(System.getProperty("node", "").split(" ")))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private static void add(Map<String, List<Double>> figures, String what, double figure) {
        figures.computeIfAbsent(what, first -> new ArrayList<>()).add(figure);
    }

    private static double last(Map<String, List<Double>> figures, String what) {
        var all = figures.getOrDefault(what, List.of(Double.NaN));
        return all.get(all.size() - 1);
    }

    private static Figure figure(String what, String unit, List<Double> runs) {
        return Figure.of(
                what, unit, runs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Where the server in this directory listens. */
    private static int port(Path directory) throws IOException {
        return Integer.parseInt(Files.readAllLines(directory.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip());
    }
}
