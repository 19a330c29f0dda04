package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures while they are measured, run by run; each is written to the log as it comes, so that a run that differs is seen. */
public final class Notes {

    private record Name(String name, String unit) {}

    private final Map<Name, List<Double>> runs = new LinkedHashMap<>();

    public void add(String name, String unit, double figure) {
        System.out.printf("%tT %s %.6g %s%n", LocalTime.now(), name, figure, unit);
        runs.computeIfAbsent(new Name(name, unit), first -> new ArrayList<>()).add(figure);
    }

    public List<Figure> figures() {
        return runs.entrySet().stream()
                .map(entry -> Figure.of(
                        entry.getKey().name(),
                        entry.getKey().unit(),
                        entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
                .toList();
    }
}
