package eu.includeu.academy.assessment;

import static eu.includeu.academy.assessment.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a quiz may be sat, and when. */
class TriesTest {

    @Test
    void beginsAtOnceTheFirstTime() {
        assertThat(new Tries(3, 0, 24, null).begin(NOON)).isEqualTo(1);
    }

    @Test
    void waitsAfterTheLastOneWasHandedIn() {
        var tries = new Tries(3, 1, 24, NOON);
        var aSecondTooEarly = NOON.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThatThrownBy(() -> tries.begin(aSecondTooEarly))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.wait");
        assertThat(tries.nextAt(aSecondTooEarly)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(tries.begin(NOON.plus(Duration.ofHours(24)))).isEqualTo(2);
    }

    @Test
    void endsWhenAllAreUsed() {
        assertThatThrownBy(() -> new Tries(3, 3, 0, NOON).begin(NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("attempt.used-up");
        assertThat(new Tries(3, 4, 0, NOON).left()).isZero();
    }

    @Test
    void beginsAtOnceWhereNobodyHasToWait() {
        assertThat(new Tries(3, 1, 0, NOON).begin(NOON)).isEqualTo(2);
    }
}
