package eu.includeu.academy.bench.faults;

import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.faults.scene.Ledger;
import eu.includeu.academy.bench.faults.scene.PostgreSql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a drill brought.
 *
 * @param acknowledged how many things somebody was told are saved
 * @param missing how many of them the database does not hold
 * @param gap the longest time without such an answer, in seconds
 * @param recovery from the fault's end to the first such answer, in seconds
 * @param others what else was counted, by its name
 */
public record Drilled(
        String name, int acknowledged, int missing, double gap, double recovery, Map<String, Double> others) {

    private static final Set<String> IN_LINE = Set.of("acknowledged", "missing", "gap", "recovery");

    public Drilled {
        others = Map.copyOf(others);
    }

    /** @param ended when the fault ended, as {@link System#nanoTime} has it */
    static Drilled of(String name, Ledger ledger, PostgreSql server, long ended, Map<String, Double> more)
            throws SQLException {
        var others = ledger.others();
        others.putAll(more);
        return new Drilled(name, ledger.count(), ledger.missing(server), ledger.gap(), ledger.after(ended), others);
    }

    /** The line that a report ends with. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "drill %s acknowledged=%d missing=%d gap=%.1f recovery=%.1f",
                name,
                acknowledged,
                missing,
                gap,
                recovery);
    }

    /** The lines of all drills that were run here, in the order of the drills. */
    public static List<String> lines(Results results) throws IOException {
        var lines = new ArrayList<String>();
        for (var drill : Faults.DRILLS) {
            read(results, drill.name()).map(Drilled::line).ifPresent(lines::add);
        }
        return lines;
    }

    /** What else the drills counted, as a table; empty where none was run. */
    public static List<String> table(Results results) throws IOException {
        var rows = new ArrayList<String>();
        for (var drill : Faults.DRILLS) {
            var others = results.of(part(drill.name()), Size.S).stream()
                    .filter(figure -> !IN_LINE.contains(figure.name()) && figure.median() != 0)
                    .map(figure -> figure.name() + " " + number(figure.median()))
                    .toList();
            if (!others.isEmpty()) {
                rows.add("| " + drill.name() + " | " + String.join("; ", others) + " |");
            }
        }
        if (!rows.isEmpty()) {
            rows.addAll(
                    0, List.of("", "## drills", "", "| | what else was counted, where it is not zero |", "|---|---|"));
        }
        return rows;
    }

    double other(String name) {
        return others.getOrDefault(name, 0.0);
    }

    /** Whether anything was refused with another word than "in a moment", or without saying in which. */
    boolean isOtherThanLater() {
        return others.entrySet().stream()
                .filter(other -> other.getValue() > 0)
                .map(Map.Entry::getKey)
                .anyMatch(name -> name.equals("503 without Retry-After")
                        || name.matches("answers \\d+") && !name.matches("answers (503|429)"));
    }

    /** @param took how long the whole drill took, in seconds */
    void keep(Results results, double took) throws IOException {
        var figures = new ArrayList<>(List.of(
                Figure.of("acknowledged", "answers", acknowledged),
                Figure.of("missing", "answers", missing),
                Figure.of("gap", "s", gap),
                Figure.of("recovery", "s", recovery)));
        others.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(other -> figures.add(Figure.of(other.getKey(), "", other.getValue())));
        figures.add(Figure.of("whole drill", "s", took));
        results.keep(part(name), Size.S, figures);
        System.out.println(line());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static Optional<Drilled> read(Results results, String name) throws IOException {
        if (results.of(part(name), Size.S).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Drilled(
                name,
                (int) figure(results, name, "acknowledged"),
                (int) figure(results, name, "missing"),
                figure(results, name, "gap"),
                figure(results, name, "recovery"),
                Map.of()));
    }

    private static double figure(Results results, String name, String figure) throws IOException {
        return results.of(part(name), Size.S, figure).map(Figure::median).orElseThrow();
    }

    private static String part(String name) {
        return "drill-" + name;
    }
}
