package eu.includeu.academy.bench.world;

import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that can be repeated: each thing that is made up has luck of its own, from the seed and from what it is. */
final class Luck {

    /** What luck is drawn for; part of the seed, so that two things of the same number have nothing in common. */
    enum About {
        BODY,
        STAFF,
        PERSON,
        HOUSE,
        MODULE,
        PAPER,
        ITEM,
        ORDER
    }

    private final SplittableRandom random;

    Luck(long seed, About about, long number) {
        this.random = new SplittableRandom(mixed(mixed(seed + about.ordinal() * 0x632BE59BD9B4E019L) + number));
    }

    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    long number() {
        return random.nextLong();
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

    /** An identifier of version 7 as of this second. */
    UUID id(long second) {
        return id(second, random.nextInt(0x1000), random.nextLong());
    }

    static UUID id(long second, int middle, long low) {
        return new UUID(second * 1000 << 16 | 0x7000 | middle, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    /** The finaliser of SplitMix64: neighbouring numbers become strangers. */
    private static long mixed(long number) {
        var first = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        var second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }
}
