package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.pairing.Examples;
import eu.includeu.academy.pairing.Pairing;
import eu.includeu.academy.pairing.Peer;
import eu.includeu.academy.pairing.Wishes;
import eu.includeu.academy.pairing.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How long it takes to pair all authorities of a size with hosts: to weigh who could visit whom, to find the pairs of greatest
 * worth together, and to pair by wishes. Above 2,000 authorities only the thirty best hosts of each guest are kept; where
 * looking at all pairs can be afforded, it is told what share of the greatest worth is reached.
 */
final class PeersBench implements Part {

    private static final int TIMES = 3;
    private static final int SEED = 5;
    private static final double THRESHOLD = 0.05;

    /** So many authorities can still be paired without leaving anything out. */
    private static final int EXACT = 2_500;

    /** Twelve competencies of each of five themes; each authority is strong in about five and wants about five. */
    private static final List<Competency.Id> COMPETENCIES = List.of("LAB", "HEA", "EDU", "CIT", "HOU").stream()
            .flatMap(theme -> IntStream.rangeClosed(1, 12).mapToObj(number -> Competency.Id.of(theme + "-" + number)))
            .toList();

    private static final int ONE_OF = 12;

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public void measure(Size size, Results results) throws IOException {
        var peers = Examples.peers(size.authorities(), COMPETENCIES, ONE_OF, new Random(SEED));
        var weigh = new double[TIMES];
        var pair = new double[TIMES];
        var wish = new double[TIMES];
        var total = 0.0;
        for (var time = 0; time < TIMES; time++) {
            var began = System.nanoTime();
            var pairing = Pairing.among(peers, (guest, host) -> Worth.Seen.NOTHING, Set.of(), THRESHOLD);
            weigh[time] = since(began);
            began = System.nanoTime();
            total = pairing.ofGreatestWorth().total();
            pair[time] = since(began);
            began = System.nanoTime();
            pairing.byWishes(Wishes.NONE);
            wish[time] = since(began);
        }
        var figures = new ArrayList<>(List.of(
                Figure.of("weigh", "s", weigh),
                Figure.of("greatest worth", "s", pair),
                Figure.of("by wishes", "s", wish)));
        if (size.authorities() <= EXACT) {
            figures.add(Figure.of("share of the exact worth", "%", 100 * total / exact(peers)));
        }
        results.keep(name(), size, figures);
    }

    private static double exact(List<Peer> peers) {
        return Pairing.among(peers, (guest, host) -> Worth.Seen.NOTHING, Set.of(), THRESHOLD, Integer.MAX_VALUE)
                .ofGreatestWorth()
                .total();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
