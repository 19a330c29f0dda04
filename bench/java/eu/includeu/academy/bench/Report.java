package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.bench.faults.Drilled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the tables of {@code bench/RESULTS.md} from whatever was measured so far. */
final class Report {

    private static final Path FILE = Path.of("bench", "RESULTS.md");

    /**
     * Something to be reached.
     *
     * @param figure the figure of the part that is compared
     * @param atLeast whether more is better
     */
    private record Goal(String name, String part, String figure, double target, boolean atLeast) {

        String line(Size size, Figure measured) {
            var met = atLeast ? measured.median() >= target : measured.median() <= target;
            return String.format(
                    Locale.ROOT,
                    "goal %s size=%s ratio=%.3g target=%.3g %s",
                    name,
                    size,
                    measured.median(),
                    target,
                    met ? "met" : "missed");
        }
    }

    private static final List<Goal> GOALS = List.of(
            new Goal("lesson-of-select", "routes", "lesson of select", 0.45, true),
            new Goal("answer-of-insert", "routes", "answer of insert", 0.7, true),
            new Goal("lesson-kilobytes", "routes", "lesson compressed", 15, false),
            new Goal("tail-at-70-percent", "routes", "lesson tail of median at 70%", 10, false),
            new Goal("export-of-copy", "export", "export of copy", 3, false),
            new Goal("heap-megabytes", "routes", "heap given", 512, false),
            new Goal("start-seconds", "start", "start", 4, false),
            new Goal("row-level-security-share", "policies", "share", 0.15, false));

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    void write() throws IOException {
        var text = new ArrayList<String>();
        text.add("# Results");
        text.add("");
        text.add(
                LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " processors for everything ("
                        + "the load, the node with 512 MB of heap, PostgreSQL), Java "
                        + Runtime.version().feature()
                        + ". Each figure is the median of its runs, with the least and the most "
                        + "behind it. Sizes are those of `docs/performance.md`; made by `mvn -Pbench verify`, see `README.md`.");
        for (var part :
                List.of("routes", "streams", "export", "start", "policies", "world", "plans", "demand", "peers")) {
            table(part, text);
        }
        text.addAll(Drilled.table(results));
        text.addAll(List.of("", "## Goals", "", "```"));
        for (var goal : GOALS) {
            for (var size : Size.values()) {
                results.of(goal.part(), size, goal.figure())
                        .map(measured -> goal.line(size, measured))
                        .ifPresent(text::add);
            }
        }
        growth(text);
        text.addAll(Drilled.lines(results));
        text.add("```");
        Files.write(FILE, text);
        Plot.write(bars());
    }

    private List<Plot.Bar> bars() throws IOException {
        var bars = new ArrayList<Plot.Bar>();
        for (var size : Size.values()) {
            for (var figure : results.of("routes", size)) {
                if (figure.unit().equals("per second")) {
                    bars.add(new Plot.Bar(figure.name() + " " + size, figure.median()));
                }
            }
        }
        return bars;
    }

    private void table(String part, List<String> text) throws IOException {
        var sizes = new ArrayList<Size>();
        for (var size : Size.values()) {
            if (!results.of(part, size).isEmpty()) {
                sizes.add(size);
            }
        }
        if (sizes.isEmpty()) {
            return;
        }
        text.addAll(List.of("", "## " + part, ""));
        if (part.equals("routes")) {
            text.addAll(List.of("![Right answers a second](routes.svg)", ""));
        }
        text.add("| | unit | " + sizes.stream().map(Size::name).collect(Collectors.joining(" | ")) + " | exponent |");
        text.add("|---|---|" + "---|".repeat(sizes.size() + 1));
        for (var name : names(part, sizes)) {
            var cells = new ArrayList<String>();
            var unit = "";
            for (var size : sizes) {
                var figure = results.of(part, size, name);
                unit = figure.map(Figure::unit).orElse(unit);
                cells.add(figure.map(Report::cell).orElse(""));
            }
            text.add("| " + name + " | " + unit + " | " + String.join(" | ", cells) + " | "
                    + exponent(part, name, sizes).map(Report::number).orElse("") + " |");
        }
    }

    private LinkedHashSet<String> names(String part, List<Size> sizes) throws IOException {
        var names = new LinkedHashSet<String>();
        for (var size : sizes) {
            results.of(part, size).forEach(figure -> names.add(figure.name()));
        }
        return names;
    }

    private static String cell(Figure figure) {
        return figure.runs() == 1
                ? number(figure.median())
                : number(figure.median()) + " <small>" + number(figure.least()) + "–" + number(figure.most())
                        + "</small>";
    }

    private static String number(double value) {
        return value >= 1_000 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }

    /** How a figure grows with the officials of a size: the slope of the logarithms by least squares; 0 is not at all. */
    private Optional<Double> exponent(String part, String name, List<Size> sizes) throws IOException {
        var points = new ArrayList<double[]>();
        for (var size : sizes) {
            results.of(part, size, name)
                    .filter(figure -> figure.median() > 0)
                    .ifPresent(
                            figure -> points.add(new double[] {Math.log(size.officials()), Math.log(figure.median())}));
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(slope(points));
    }

    private static double slope(List<double[]> points) {
        var x = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        var y = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        var both = points.stream()
                .mapToDouble(point -> (point[0] - x) * (point[1] - y))
                .sum();
        return both
                / points.stream()
                        .mapToDouble(point -> (point[0] - x) * (point[0] - x))
                        .sum();
    }

    /** What may not grow with history, told as its time at the largest size over its time at the smallest. */
    private void growth(List<String> text) throws IOException {
        for (var route : List.of("overview", "lesson", "answer", "check")) {
            var small = results.of("routes", Size.S, route + " p50");
            if (small.isEmpty()) {
                continue;
            }
            for (var size : Arrays.asList(Size.M, Size.L)) {
                var large = results.of("routes", size, route + " p50");
                if (large.isPresent()) {
                    text.add(new Goal(route + "-growth", "routes", "", 1.2, false)
                            .line(
                                    size,
                                    Figure.of(
                                            "",
                                            "",
                                            large.get().median() / small.get().median())));
                }
            }
        }
    }
}
