package eu.includeu.academy.gains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectTest {

    @Test
    void isDrawnTowardsTheCommonMeanTheMoreSoTheFewerWereMeasured() {
        var few = Effect.of(Collections.nCopies(10, 0.8));
        var many = Effect.of(Collections.nCopies(190, 0.8));
        assertThat(few.shrunk(0.4)).isCloseTo((10 * 0.8 + 10 * 0.4) / 20, within(1e-12));
        assertThat(many.shrunk(0.4)).isCloseTo(0.78, within(1e-12));
    }

    @Test
    void isAtLeastWhatTheLowerEndSays() {
        var effect = new Effect(30, 0.5, new Interval(0.3, 0.7));
        assertThat(effect.atLeast(0.4)).isCloseTo((30 * 0.3 + 10 * 0.4) / 40, within(1e-12));
        assertThat(effect.atLeast(0.4)).isLessThan(effect.shrunk(0.4));
    }

    @Test
    void putsTheSurestModuleFirst() {
        var wide = new Effect(10, 0.6, new Interval(0.1, 0.9));
        var sure = new Effect(100, 0.5, new Interval(0.45, 0.55));
        var effects = new Effects(Map.of("wide", wide, "sure", sure));
        assertThat(effects.common()).isCloseTo(0.55, within(1e-12));
        assertThat(effects.byEffect()).extracting(Effects.Standing::module).containsExactly("sure", "wide");
    }

    @Test
    void knowsNothingOfWhatNobodyWasMeasuredOn() {
        var none = new Effects(Map.of());
        assertThat(none.common()).isZero();
        assertThat(none.of("any")).isEmpty();
        assertThat(none.byEffect()).isEqualTo(List.of());
    }
}
