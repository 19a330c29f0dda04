package eu.includeu.academy.gains;

import java.util.List;
import java.util.Optional;

/**
 * What a group of learners was measured to gain.
 *
 * @param learners how many people it was measured on
 * @param mean of their normalised changes
 * @param interval in which the mean may well lie, by the bootstrap over people
 */
public record Effect(int learners, double mean, Interval interval) {

    /** How many learners' worth of the common mean is mixed into a module's own (section 6 of the domain guide). */
    public static final double SHRINKAGE = 10;

    /** Fewer people than this have no interval, and nothing is told of them. */
    public static final int FEWEST = 5;

    /** Of these people, one change each; nothing where they are too few. */
    public static Optional<Effect> measured(List<Double> changes) {
        return changes.size() < FEWEST ? Optional.empty() : Optional.of(of(changes));
    }

    /** Of these people, one change each; there is at least one. */
    static Effect of(List<Double> changes) {
        var values = changes.stream().mapToDouble(Double::doubleValue).toArray();
        var mean = changes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Effect(values.length, mean, Bootstrap.STANDARD.mean(values));
    }

    /** {@code g_m = (n*mean + k*g0) / (n + k)}: drawn towards the mean of all modules, the more so the fewer were measured. */
    public double shrunk(double common) {
        return shrunk(mean, common);
    }

    /** The same with the lower end of the interval for the mean: what the module does at least, as far as is known. */
    public double atLeast(double common) {
        return shrunk(interval.low(), common);
    }

    private double shrunk(double own, double common) {
        return (learners * own + SHRINKAGE * common) / (learners + SHRINKAGE);
    }
}
