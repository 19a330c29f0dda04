package eu.includeu.academy.questions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Chance that can be repeated: the same seed draws and shuffles in the same way on every machine and in every release.
 *
 * <p>The numbers are those of SplitMix64 (Steele, Lea and Flood, 2014), the shuffle is that of Fisher and Yates. Papers
 * that are already written depend on both, so neither may ever change.
 */
public final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Chance(long seed) {
        this.state = seed;
    }

    /** A chance of its own for one question, so that a change to another question does not touch its order. */
    public static Chance of(long seed, String question) {
        var chance = new Chance(seed);
        question.chars().forEach(letter -> chance.state = chance.next() ^ letter);
        return chance;
    }

    /** A number from 0 up to, and without, the bound; each equally likely. */
    public int below(int bound) {
        while (true) {
            var bits = next() >>> 1;
            var value = bits % bound;
            if (bits - value + (bound - 1) >= 0) {
                return (int) value;
            }
        }
    }

    public <T> List<T> shuffled(List<T> things) {
        var order = new ArrayList<>(things);
        for (var left = order.size(); left > 1; left--) {
            Collections.swap(order, left - 1, below(left));
        }
        return List.copyOf(order);
    }

    private long next() {
        state += STEP;
        var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
