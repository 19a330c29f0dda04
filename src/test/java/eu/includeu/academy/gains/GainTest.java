package eu.includeu.academy.gains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainTest {

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.7, 0.5", // half of what was missing
        "0, 0.25, 0.25",
        "0.5, 1, 1",
        "0.8, 0.6, -0.25", // a quarter of what was there
        "1, 0.5, -0.5",
        "0.5, 0, -1",
        "0.6, 0.6, 0"
    })
    void isWhatWasGainedOutOfWhatCouldBe(double pre, double post, double change) {
        assertThat(new Gain(pre, post).change().orElseThrow()).isCloseTo(change, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void saysNothingOfWhoHadNothingOrEverythingTwice(double pre, double post) {
        assertThat(new Gain(pre, post).change()).isEmpty();
    }

    @Test
    void liesBetweenMinusOneAndOneAndTurnsRoundWithTheTests() {
        var chance = new Random(7);
        for (var round = 0; round < 10_000; round++) {
            var pre = chance.nextInt(15) / 14.0;
            var post = chance.nextInt(15) / 14.0;
            var change = new Gain(pre, post).change();
            if (change.isPresent()) {
                assertThat(change.getAsDouble()).isBetween(-1.0, 1.0);
                assertThat(Math.signum(change.getAsDouble())).isEqualTo(Math.signum(post - pre));
                assertThat(new Gain(1 - pre, 1 - post).change().orElseThrow())
                        .as("a loss is a gain of the mistakes")
                        .isCloseTo(-change.getAsDouble(), within(1e-9));
            }
        }
    }
}
