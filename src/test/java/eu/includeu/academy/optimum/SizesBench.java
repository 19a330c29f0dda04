package eu.includeu.academy.optimum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long a plan takes, and how far it may be from the best, against the sizes of section 9 of the domain guide: one
 * authority, a tree whose authorities share nothing, and a tree that shares led runs. Times are medians of three; each is
 * also told as a multiple of the smallest in its row of sizes. {@code mvn -Pbench verify -Dsize=S,M} writes the table.
 */
final class SizesBench {

    private static final int TIMES = 3;

    /** How many authorities there are, with how many needs each, and how many versions are on offer. */
    private enum Size {
        S(60, 5, 60),
        M(2_500, 6, 400),
        L(20_000, 6, 1_500);

        private final int houses;
        private final int needs;
        private final int versions;

        Size(int houses, int needs, int versions) {
            this.houses = houses;
            this.needs = needs;
            this.versions = versions;
        }
    }

    /** One line of the table. */
    private record Line(String what, Size size, int calls, double seconds, double gap, Outcome.State state) {

        String text(double first) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.2f | %.1f | %.2f %% | %s |",
                    what,
                    size,
                    calls,
                    seconds,
                    seconds / first,
                    gap,
                    state.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final Search SEARCH = new Search(new OjAlgo(), new Limits(Duration.ofSeconds(2), 60, 12));

    private SizesBench() {}

    public static void main(String[] sizes) throws IOException {
        var lines = new ArrayList<String>(List.of(
                "# Plans against size",
                "",
                LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                        + Runtime.version().feature() + ". Seconds are medians of " + TIMES
                        + "; the gap is what at most could be saved, of what is paid.",
                "",
                "| plan | size | needs | seconds | times the first | gap | |",
                "|---|---|---|---|---|---|---|"));
        for (var led : new int[] {0, 25}) {
            var first = 0.0;
            for (var size : sizes[0].split(",")) {
                var line = measure(Size.valueOf(size), led);
                first = first == 0 ? line.seconds() : first;
                lines.add(line.text(first));
                System.out.println(lines.get(lines.size() - 1));
            }
        }
        Files.createDirectories(Path.of("bench"));
        Files.writeString(Path.of("bench", "planning.md"), String.join("\n", lines) + "\n");
    }

    private static Line measure(Size size, int led) {
        var puzzle = Puzzles.tree(9, size.houses, size.needs, size.versions, led);
        var seconds = new ArrayList<Double>();
        var outcomes = new ArrayList<Outcome>();
        IntStream.range(0, TIMES).forEach(time -> {
            var began = System.nanoTime();
            outcomes.add(SEARCH.find(puzzle, Watch.NOBODY));
            seconds.add((System.nanoTime() - began) / 1e9);
        });
        var last = outcomes.get(outcomes.size() - 1);
        return new Line(
                led == 0 ? "a tree without shared runs" : "a tree with shared runs",
                size,
                puzzle.calls().size(),
                seconds.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow(),
                last.gap(),
                last.state());
    }
}
