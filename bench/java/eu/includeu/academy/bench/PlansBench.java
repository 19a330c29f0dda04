package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.optimum.Limits;
import eu.includeu.academy.optimum.OjAlgo;
import eu.includeu.academy.optimum.Puzzles;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Watch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a plan for a whole tree takes, and how far it may be from the best: once where authorities share nothing, and
 * once where a quarter of the versions is led and shared.
 */
final class PlansBench implements Part {

    private static final int TIMES = 3;
    private static final int SEED = 9;
    private static final Search SEARCH = new Search(new OjAlgo(), new Limits(Duration.ofSeconds(2), 60, 12));

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public void measure(Size size, Results results) throws IOException {
        var figures = new ArrayList<Figure>();
        figures.addAll(measure("alone", size, 0));
        figures.addAll(measure("shared", size, 25));
        results.keep(name(), size, figures);
    }

    private static List<Figure> measure(String what, Size size, int led) {
        var needs = size.needs() / size.authorities();
        var puzzle = Puzzles.tree(SEED, size.authorities(), needs, size.versions(), led);
        var seconds = new double[TIMES];
        var gaps = new double[TIMES];
        for (var time = 0; time < TIMES; time++) {
            var began = System.nanoTime();
            gaps[time] = SEARCH.find(puzzle, Watch.NOBODY).gap();
            seconds[time] = (System.nanoTime() - began) / 1e9;
        }
        return List.of(Figure.of(what, "s", seconds), Figure.of(what + " gap", "%", gaps));
    }
}
