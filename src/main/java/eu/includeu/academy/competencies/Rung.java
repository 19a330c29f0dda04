package eu.includeu.academy.competencies;

import eu.includeu.academy.platform.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One level of one competency: what is taught, needed, held and counted. */
public record Rung(Competency.Id competency, int level) implements Comparable<Rung> {

    private static final Comparator<Rung> ORDER =
            Comparator.comparing(Rung::competency).thenComparingInt(Rung::level);

    public Rung {
        Refused.when(level < 1 || level > Level.HIGHEST, "competency.no-such-level", level);
    }

    public static Rung of(String competency, int level) {
        return new Rung(Competency.Id.of(competency), level);
    }

    /** The rungs that lead from one level to another, lowest first; the level one stands on is not among them. */
    public static List<Rung> between(Competency.Id competency, int from, int to) {
        return IntStream.rangeClosed(from + 1, to)
                .mapToObj(level -> new Rung(competency, level))
                .toList();
    }

    @Override
    public int compareTo(Rung other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return competency + " " + level;
    }
}
