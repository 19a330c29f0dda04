package eu.includeu.academy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g");

    /** Papers that are already written depend on these orders. If this test fails, the code is wrong, not the test. */
    @Test
    void shufflesAsItAlwaysHas() {
        assertThat(String.join("", new Chance(0).shuffled(LETTERS))).isEqualTo("dbfcgae");
        assertThat(String.join("", new Chance(42).shuffled(LETTERS))).isEqualTo("abfgedc");
        assertThat(String.join("", new Chance(-1).shuffled(LETTERS))).isEqualTo("cdfbgea");
        assertThat(String.join("", Chance.of(42, "q1").shuffled(LETTERS))).isEqualTo("daebcgf");
        assertThat(String.join("", Chance.of(42, "q2").shuffled(LETTERS))).isEqualTo("bgadfec");
    }

    @Test
    void losesNothing() {
        for (var seed = 0L; seed < 200; seed++) {
            assertThat(new Chance(seed).shuffled(LETTERS)).containsExactlyInAnyOrderElementsOf(LETTERS);
        }
    }

    @Test
    void givesEveryPlaceTheSameChance() {
        var counts = new int[7];
        for (var seed = 0L; seed < 14_000; seed++) {
            counts[new Chance(seed).shuffled(LETTERS).indexOf("a")]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 2_000) < 200);
    }

    @Test
    void reachesEveryOrder() {
        var orders = new HashSet<List<String>>();
        for (var seed = 0L; seed < 500; seed++) {
            orders.add(new Chance(seed).shuffled(List.of("a", "b", "c", "d")));
        }
        assertThat(orders).hasSize(24);
    }
}
