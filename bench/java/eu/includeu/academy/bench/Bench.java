package eu.includeu.academy.bench;

import eu.includeu.academy.bench.exports.ExportPart;
import eu.includeu.academy.bench.faults.Faults;
import eu.includeu.academy.bench.routes.PoliciesPart;
import eu.includeu.academy.bench.routes.RoutesPart;
import eu.includeu.academy.bench.streams.StreamsPart;
import eu.includeu.academy.bench.world.WorldPart;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs the parts that were asked for, at the sizes that were asked for, one after the other, and writes the tables. */
public final class Bench {

    private static final List<Part> PARTS = List.of(
            new WorldPart(),
            new PlansBench(),
            new DemandBench(),
            new PeersBench(),
            new StartBench(),
            new RoutesPart(),
            new PoliciesPart(),
            new StreamsPart(),
            new ExportPart(),
            new Faults());

    private Bench() {}

    public static void main(String[] none) throws Exception {
        var wanted = Set.of(System.getProperty("parts", "all").split(","));
        var sizes = Arrays.stream(System.getProperty("size", "S").split(","))
                .map(Size::valueOf)
                .toList();
        var results = new Results();
        for (var size : sizes) {
            for (var part : PARTS) {
                var itsTurn = part.isOfItsSize() || size == sizes.get(0);
                if (itsTurn && (wanted.contains("all") || wanted.contains(part.name()))) {
                    part.measure(size, results);
                }
            }
        }
        new Report(results).write();
    }
}
