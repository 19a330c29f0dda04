package eu.includeu.academy.bench.load;

import java.util.Map;

/**
 * What a load brought.
 *
 * @param perSecond right answers a second
 * @param median seconds that half of the right answers took at most
 * @param slow seconds that 99 of 100 right answers took at most
 * @param wrong what else came, and how often
 */
public record Measured(double perSecond, double median, double slow, Map<String, Integer> wrong) {

    public Measured {
        wrong = Map.copyOf(wrong);
    }

    /** The same, if every answer was right; a benchmark of wrong answers says nothing. */
    public Measured allRight(String what) {
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Wrong answers to " + what + ": " + wrong);
        }
        return this;
    }
}
