package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.demand.Examples;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * How long it takes to count what no plan can fill: all open needs of a size anew, those that one version concerns, and one
 * need. Without the database, which {@code routes} measures.
 */
final class DemandBench implements Part {

    private static final int TIMES = 5;
    private static final int SEED = 11;
    private static final int CHANGES = 200;

    @Override
    public String name() {
        return "demand";
    }

    @Override
    public void measure(Size size, Results results) throws IOException {
        var demand = new Examples(size.needs(), size.versions(), new Random(SEED));
        results.keep(
                name(),
                size,
                List.of(
                        Figure.of("everything", "s", time(1, random -> demand.everything())),
                        Figure.of("one version", "ms", inMillis(time(1, demand::oneVersion))),
                        Figure.of("one need", "ms", inMillis(time(CHANGES, demand::oneNeed)))));
    }

    /** Seconds for one change, in each of the runs. */
    private static double[] time(int changes, ToLongFunction<Random> change) {
        var random = new Random(SEED);
        var seconds = new double[TIMES];
        for (var run = -1; run < TIMES; run++) {
            var began = System.nanoTime();
            var unmet = 0L;
            for (var at = 0; at < changes; at++) {
                unmet += change.applyAsLong(random);
            }
            if (unmet < 0) {
                throw new IllegalStateException("Fewer than no places are unmet");
            }
            if (run >= 0) {
                seconds[run] = (System.nanoTime() - began) / 1e9 / changes;
            }
        }
        return seconds;
    }

    private static double[] inMillis(double[] seconds) {
        var millis = seconds.clone();
        for (var run = 0; run < millis.length; run++) {
            millis[run] *= 1e3;
        }
        return millis;
    }
}
