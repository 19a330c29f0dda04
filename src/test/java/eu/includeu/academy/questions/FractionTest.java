package eu.includeu.academy.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void isKeptInLowestTerms() {
        assertThat(Fraction.of(6, 8)).isEqualTo(Fraction.of(3, 4)).hasToString("3/4");
        assertThat(Fraction.of(3, -4)).isEqualTo(Fraction.of(-3, 4));
        assertThat(Fraction.of(0, 7)).isEqualTo(Fraction.NONE);
        assertThatThrownBy(() -> Fraction.of(1, 0)).hasMessage("fraction.no-denominator");
    }

    @Test
    void isExactWhereFloatingPointIsNot() {
        var third = Fraction.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ALL);
        var tenth = Fraction.of(new BigDecimal("0.1"));
        assertThat(tenth.times(7)).isEqualTo(Fraction.of(new BigDecimal("0.70")));
        assertThat(Fraction.of(Long.MAX_VALUE, 2)
                        .plus(Fraction.of(Long.MAX_VALUE, 2))
                        .times(4)
                        .asDouble())
                .isEqualTo(4.0 * Long.MAX_VALUE);
    }

    @Test
    void readsDecimals() {
        assertThat(Fraction.of(new BigDecimal("0.75"))).isEqualTo(Fraction.of(3, 4));
        assertThat(Fraction.of(new BigDecimal("1E+2"))).isEqualTo(Fraction.of(100, 1));
    }

    @Test
    void roundsPerCentsDown() {
        assertThat(Fraction.of(2, 3).percent()).isEqualTo(66);
        assertThat(Fraction.of(699, 1000).percent()).isEqualTo(69);
        assertThat(Fraction.ALL.percent()).isEqualTo(100);
    }

    @Test
    void obeysTheLawsOfArithmetic() {
        var random = new Random(7);
        for (var round = 0; round < 1_000; round++) {
            var a = any(random);
            var b = any(random);
            var c = any(random);
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).times(c)).isEqualTo(a.times(c).plus(b.times(c)));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            assertThat(a.plus(b).asDouble()).isCloseTo(a.asDouble() + b.asDouble(), within(1e-6));
        }
    }

    private static Fraction any(Random random) {
        return Fraction.of(random.nextInt(2_001) - 1_000, random.nextInt(1_000) + 1);
    }
}
