package eu.includeu.academy.capacity;

import static eu.includeu.academy.capacity.Examples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is counted of an authority's people. */
class CoverageTest {

    @Test
    void countsThoseWhoHoldTheLevel() {
        var coverage = Coverage.of(terms(0, 2, 4), List.of(0, 1, 2, 3, 0, 0));
        assertThat(coverage.members()).isEqualTo(6);
        assertThat(coverage.holders()).isEqualTo(2);
        assertThat(coverage.ready()).isEqualTo(2);
        assertThat(coverage.missing()).isEqualTo(2);
        assertThat(coverage.share()).isEqualTo(0.5);
        assertThat(coverage.full()).isFalse();
    }

    @Test
    void countsNoMoreThanWereAskedFor() {
        var coverage = Coverage.of(terms(0, 1, 2), List.of(1, 2, 3));
        assertThat(coverage.ready()).isEqualTo(2);
        assertThat(coverage.share()).isEqualTo(1.0);
        assertThat(coverage.gap()).isZero();
    }

    /** Four places, wanted 3, from 1: the best are at 3, 2, 1 and (declared) 1: 0 + 1 + 2 + 2 rungs are missing. */
    @Test
    void addsUpTheRungsThatAreMissingBestPeopleFirst() {
        assertThat(Coverage.of(terms(1, 3, 4), List.of(0, 3, 2, 1, 0)).gap()).isEqualTo(5);
    }

    @Test
    void countsAPlaceForWhichThereIsNobodyAsThoseWhoAreThere() {
        assertThat(Coverage.of(terms(1, 3, 4), List.of(3)).gap()).isEqualTo(6);
    }

    @Test
    void closesTheGapStepByStepAndNeverBelowNothing() {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++) {
            var current = random.nextInt(0, 3);
            var terms = terms(current, random.nextInt(current + 1, 5), random.nextInt(1, 6));
            var held = new ArrayList<>(
                    random.ints(random.nextInt(0, 8), 0, 5).boxed().toList());
            var before = Coverage.of(terms, held);
            if (!held.isEmpty()) {
                held.set(0, Math.min(4, held.get(0) + 1));
            }
            var after = Coverage.of(terms, held);
            assertThat(after.gap()).isBetween(0, before.gap());
            assertThat(after.share()).isGreaterThanOrEqualTo(before.share());
            assertThat(before.full()).isEqualTo(before.gap() == 0);
            assertThat(before.share()).isCloseTo((double) before.ready() / terms.staff(), within(1e-12));
        }
    }
}
