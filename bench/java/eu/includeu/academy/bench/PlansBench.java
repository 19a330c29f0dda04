package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.optimum.Limits;
import eu.includeu.academy.optimum.OjAlgo;
import eu.includeu.academy.optimum.Puzzle;
import eu.includeu.academy.optimum.Puzzles;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Watch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a plan takes, and how far it may be from the best: for one authority with twenty needs and 400 versions, which
 * must stay below two seconds; for a whole tree where authorities share nothing; and for one where a quarter of the versions
 * is led and shared.
 */
final class PlansBench implements Part {

    private static final int TIMES = 3;
    private static final int SEED = 9;
    private static final int NEEDS = 20;
    private static final int VERSIONS = 400;

    /** So many of a hundred versions are given in runs. */
    private static final int LED = 25;

    private static final Search SEARCH = new Search(new OjAlgo(), new Limits(Duration.ofSeconds(2), 60, 12));

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public void measure(Size size, Results results) throws IOException {
        var figures = new ArrayList<Figure>();
        var needs = size.needs() / size.authorities();
        figures.addAll(measure("one authority", Puzzles.house(SEED, NEEDS, VERSIONS)));
        figures.addAll(measure("alone", Puzzles.tree(SEED, size.authorities(), needs, size.versions(), 0)));
        figures.addAll(measure("shared", Puzzles.tree(SEED, size.authorities(), needs, size.versions(), LED)));
        results.keep(name(), size, figures);
    }

    private static List<Figure> measure(String what, Puzzle puzzle) {
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
