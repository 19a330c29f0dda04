package eu.includeu.academy.gains;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ojalgo.random.Normal;

/**
 * How sure a mean over people is: people are drawn from the measured ones with replacement, again and again, and the means
 * of the draws say how far another group of such people might lie from this one. The ends are corrected for bias and for
 * skewness (the BCa interval: Efron, "Better bootstrap confidence intervals", Journal of the American Statistical
 * Association 82, 1987, pages 171 to 185; Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapter 14).
 *
 * <p>Chance has a fixed seed and the people are sorted first: the same people give the same interval, in whatever order.
 *
 * @param draws how many groups are drawn
 * @param level how often the interval shall hold the true mean, such as 0.95
 */
record Bootstrap(int draws, double level, long seed) {

    static final Bootstrap STANDARD = new Bootstrap(2_000, 0.95, 20_261_122L);

    private static final Normal NORMAL = Normal.standard();

    /** The interval for the mean of these values, of which there is at least one. */
    Interval mean(double... values) {
        var people = values.clone();
        Arrays.sort(people);
        var mean = Arrays.stream(people).average().orElseThrow();
        if (people[0] == people[people.length - 1]) {
            return new Interval(people[0], people[0]);
        }
        var means = means(people);
        var bias = NORMAL.getQuantile(inside(below(means, mean)));
        var skew = acceleration(people, mean);
        var tail = NORMAL.getQuantile((1 - level) / 2);
        return new Interval(
                quantile(means, corrected(bias, skew, tail)), quantile(means, corrected(bias, skew, -tail)));
    }

    private double[] means(double... people) {
        var chance = new SplittableRandom(seed);
        var means = new double[draws];
        for (var draw = 0; draw < draws; draw++) {
            var sum = 0.0;
            for (var person = 0; person < people.length; person++) {
                sum += people[chance.nextInt(people.length)];
            }
            means[draw] = sum / people.length;
        }
        Arrays.sort(means);
        return means;
    }

    /** The share of the draws below the measured mean; those on it count half. */
    private static double below(double[] means, double mean) {
        var below = Arrays.stream(means).filter(each -> each < mean - 1e-12).count();
        var on = Arrays.stream(means)
                .filter(each -> Math.abs(each - mean) <= 1e-12)
                .count();
        return (below + on / 2.0) / means.length;
    }

    private double inside(double share) {
        return Math.max(1.0 / (draws + 1), Math.min(1 - 1.0 / (draws + 1), share));
    }

    /** By leaving each person out in turn; for a mean the sums come down to these. */
    private static double acceleration(double[] people, double mean) {
        var squares = 0.0;
        var cubes = 0.0;
        for (var value : people) {
            var off = value - mean;
            squares += off * off;
            cubes += off * off * off;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double corrected(double bias, double skew, double tail) {
        var shifted = bias + tail;
        return NORMAL.getDistribution(bias + shifted / (1 - skew * shifted));
    }

    private static double quantile(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var lower = (int) Math.floor(place);
        var upper = Math.min(sorted.length - 1, lower + 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
