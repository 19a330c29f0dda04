package eu.includeu.academy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures measured so far: one file for each part and size in {@code bench/results}, so that sizes can be measured at
 * different times and still stand in one table. A part that is measured again replaces its file.
 */
public final class Results {

    private static final Path FOLDER = Path.of("bench", "results");
    private static final String HEAD = "name,unit,median,least,most,runs";

    /**
     * One figure.
     *
     * @param name what was measured, like {@code lesson}; no comma
     * @param unit of the three values, like {@code per second}, {@code s}, {@code MB}
     * @param median the middle one of the runs; of an even number the upper of the two in the middle
     */
    public record Figure(String name, String unit, double median, double least, double most, int runs) {

        public static Figure of(String name, String unit, double... runs) {
            var sorted = Arrays.stream(runs).sorted().toArray();
            return new Figure(name, unit, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], runs.length);
        }

        private String line() {
            return String.format(Locale.ROOT, "%s,%s,%.6g,%.6g,%.6g,%d", name, unit, median, least, most, runs);
        }

        private static Figure read(String line) {
            var cells = line.split(",");
            return new Figure(
                    cells[0],
                    cells[1],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Integer.parseInt(cells[5]));
        }
    }

    /** Keeps what a part measured, and says it on the console. */
    public void keep(String part, Size size, List<Figure> figures) throws IOException {
        Files.createDirectories(FOLDER);
        var lines = new ArrayList<>(List.of(HEAD));
        figures.forEach(figure -> lines.add(figure.line()));
        Files.write(file(part, size), lines);
        figures.forEach(figure -> System.out.println(part + " " + size + " " + figure.line()));
    }

    /** What a part measured at this size; empty if it was not measured. */
    public List<Figure> of(String part, Size size) throws IOException {
        return Files.exists(file(part, size))
                ? Files.readAllLines(file(part, size)).stream()
                        .skip(1)
                        .map(Figure::read)
                        .toList()
                : List.of();
    }

    public Optional<Figure> of(String part, Size size, String name) throws IOException {
        return of(part, size).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst();
    }

    private static Path file(String part, Size size) {
        return FOLDER.resolve(part + "-" + size + ".csv");
    }
}
