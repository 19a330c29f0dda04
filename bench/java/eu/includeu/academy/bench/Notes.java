package eu.includeu.academy.bench;

import eu.includeu.academy.bench.Results.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures while they are measured, run by run. */
public final class Notes {

    private record Name(String name, String unit) {}

    private final Map<Name, List<Double>> runs = new LinkedHashMap<>();

    public void add(String name, String unit, double figure) {
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
