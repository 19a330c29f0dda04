package eu.includeu.academy.demo.story;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Chance that can be repeated. Each thing that is made up has dice of its own, thrown from the seed and its name, so
 * that one more person or module leaves the fate of all others as it was.
 */
public final class Dice {

    /** The first millisecond of 2026, which all made-up identifiers carry: they depend on the seed, not on the day. */
    private static final long MADE = 1_767_225_600_000L;

    private final Random random;

    public Dice(long seed, String about) {
        this.random = new Random(seed * 31 + about.hashCode() * 0x9E3779B97F4A7C15L);
        random.nextLong();
    }

    /** From 0 up to, and without, 1. */
    double share() {
        return random.nextDouble();
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 up to, and without, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** How often something fails before it succeeds for the first time. */
    int geometric(double success) {
        return (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - success));
    }

    /** How many of rare things happen (Knuth's multiplication). */
    int poisson(double mean) {
        var count = 0;
        for (var left = random.nextDouble(); left > Math.exp(-mean); left *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of them, each as likely as its weight is large. */
    <T> T one(List<T> things, ToDoubleFunction<T> weight) {
        var left = random.nextDouble() * things.stream().mapToDouble(weight).sum();
        for (var thing : things) {
            left -= weight.applyAsDouble(thing);
            if (left < 0) {
                return thing;
            }
        }
        return things.get(things.size() - 1);
    }

    public long number() {
        return random.nextLong();
    }

    /** An identifier of version 7. */
    public UUID id() {
        var high = MADE << 16 | 0x7000 | random.nextInt(0x1000);
        var low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
