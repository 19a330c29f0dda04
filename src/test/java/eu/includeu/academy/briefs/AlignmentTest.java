package eu.includeu.academy.briefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.competencies.Rung;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The index of fit between what is wanted and what is on offer. */
class AlignmentTest {

    private static final Rung ONE = Rung.of("HOU-2", 1);
    private static final Rung TWO = Rung.of("HOU-2", 2);

    @Test
    void isOneWhereSharesAgreeAndZeroWhereNothingIsShared() {
        assertThat(Alignment.index(Map.of(ONE, 30.0, TWO, 10.0), Map.of(ONE, 3.0, TWO, 1.0)))
                .isEqualTo(1);
        assertThat(Alignment.index(Map.of(ONE, 30.0), Map.of(TWO, 3.0))).isZero();
        assertThat(Alignment.index(Map.of(ONE, 30.0), Map.of())).isZero();
        assertThat(Alignment.index(Map.of(), Map.of(ONE, 1.0))).isNull();
    }

    @Test
    void isOneMinusHalfTheSumOfTheDifferences() {
        assertThat(Alignment.index(Map.of(ONE, 3.0, TWO, 1.0), Map.of(ONE, 1.0, TWO, 1.0)))
                .isCloseTo(1 - 0.5 * (0.25 + 0.25), within(1e-12));
    }
}
