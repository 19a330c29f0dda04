package eu.includeu.academy.gains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Bootstrap FAST = new Bootstrap(600, 0.9, 1);

    @Test
    void saysTheSameOfTheSamePeopleInWhateverOrder() {
        var people = new double[] {0.1, 0.7, 0.4, 0.4, 0.9, -0.2, 0.5};
        var turned = new double[] {0.5, -0.2, 0.9, 0.4, 0.1, 0.4, 0.7};
        assertThat(Bootstrap.STANDARD.mean(people)).isEqualTo(Bootstrap.STANDARD.mean(turned));
        assertThat(people).startsWith(0.1, 0.7);
    }

    @Test
    void hasNoWidthWhereAllAreEqual() {
        assertThat(FAST.mean(0.4, 0.4, 0.4)).isEqualTo(new Interval(0.4, 0.4));
    }

    @Test
    void movesWithTheValues() {
        var chance = new Random(3);
        var people =
                IntStream.range(0, 25).mapToDouble(i -> chance.nextDouble()).toArray();
        var interval = FAST.mean(people);
        var moved = FAST.mean(
                IntStream.range(0, 25).mapToDouble(i -> 10 + 2 * people[i]).toArray());
        assertThat(moved.low()).isCloseTo(10 + 2 * interval.low(), within(1e-9));
        assertThat(moved.high()).isCloseTo(10 + 2 * interval.high(), within(1e-9));
    }

    @Test
    void narrowsWithTheRootOfTheNumberOfPeople() {
        var chance = new Random(11);
        var many = IntStream.range(0, 4_000)
                .mapToDouble(i -> chance.nextGaussian())
                .toArray();
        var few = java.util.Arrays.copyOf(many, 250);
        assertThat(width(few) / width(many)).isBetween(3.0, 5.3);
        assertThat(width(many) / 2).as("1.645 standard errors").isCloseTo(1.645 / Math.sqrt(4_000), within(0.004));
    }

    /** Skewed values, whose mean a symmetric interval would miss more often on one side. */
    @Test
    void holdsTheTrueMeanAboutAsOftenAsItSays() {
        var chance = new Random(2026);
        var holds = 0;
        var rounds = 400;
        for (var round = 0; round < rounds; round++) {
            var people = IntStream.range(0, 40)
                    .mapToDouble(i -> -Math.log(1 - chance.nextDouble()))
                    .toArray();
            if (FAST.mean(people).holds(1.0)) {
                holds++;
            }
        }
        assertThat((double) holds / rounds).isBetween(0.84, 0.95);
    }

    @Test
    void leansTowardsTheLongTail() {
        var chance = new Random(5);
        var people = IntStream.range(0, 30)
                .mapToDouble(i -> -Math.log(1 - chance.nextDouble()))
                .toArray();
        var mean = java.util.Arrays.stream(people).average().orElseThrow();
        var interval = Bootstrap.STANDARD.mean(people);
        assertThat(interval.high() - mean).isGreaterThan(mean - interval.low());
    }

    private static double width(double... people) {
        var interval = FAST.mean(people);
        return interval.high() - interval.low();
    }
}
