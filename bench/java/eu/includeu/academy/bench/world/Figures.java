package eu.includeu.academy.bench.world;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An authority's own figures by day, as its records add up to them. */
final class Figures {

    private record Key(String measure, long day) {}

    private final Map<Key, Integer> amounts = new HashMap<>();

    void add(String measure, long day, int amount) {
        amounts.merge(new Key(measure, day), amount, Integer::sum);
    }

    /** Writes them down and begins anew. */
    void close(UUID authority, Lines lines) {
        amounts.forEach((key, amount) -> {
            if (amount != 0) {
                lines.of(authority).text(key.measure()).day(key.day()).of(amount);
            }
        });
        amounts.clear();
    }
}
