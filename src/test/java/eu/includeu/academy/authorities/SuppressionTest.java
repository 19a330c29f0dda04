package eu.includeu.academy.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, false", // nobody is not too few
        "0, 1, true",
        "2, 4, true",
        "4, 40, true",
        "5, 9, true",
        "36, 40, true",
        "40, 40, true",
        "5, 10, false",
        "20, 40, false"
    })
    void hidesFewerThanFiveOnEitherSide(long part, long whole, boolean hidden) {
        assertThat(Suppression.isTooFew(new Share(part, whole))).isEqualTo(hidden);
    }

    @Test
    void hidesTheNextSmallestTooSoThatNoSubtractionGivesTheFirstBack() {
        var regions = Map.of("A", new Share(2, 4), "B", new Share(30, 60), "C", new Share(10, 20), "D", Share.NOBODY);
        assertThat(Suppression.hidden(regions)).containsExactlyInAnyOrder("A", "C");
        assertThat(Suppression.shown(regions)).containsOnlyKeys("B", "D");
    }

    @Test
    void goesOnHidingWhileWhatIsHiddenWouldTogetherBeTooFew() {
        var regions =
                Map.of("A", new Share(0, 6), "B", new Share(0, 7), "C", new Share(10, 20), "D", new Share(30, 60));
        assertThat(Suppression.hidden(regions)).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void hidesNothingWhereEverybodyIsMany() {
        assertThat(Suppression.hidden(Map.of("A", new Share(5, 10), "B", new Share(30, 60))))
                .isEmpty();
    }

    @Test
    void neverLeavesHiddenOneShareOrTooFewPeopleBesideShownOnes() {
        var chance = new Random(2026);
        for (var round = 0; round < 5_000; round++) {
            var group = group(chance);
            var hidden = Suppression.hidden(group);
            assertThat(hidden)
                    .as("%s", group)
                    .containsAll(group.keySet().stream()
                            .filter(key -> Suppression.isTooFew(share(group, key)))
                            .toList());
            var shown = group.keySet().stream()
                    .filter(key -> !hidden.contains(key) && !share(group, key).isNobody())
                    .toList();
            if (!hidden.isEmpty() && !shown.isEmpty()) {
                var together =
                        Share.sum(hidden.stream().map(key -> share(group, key)).toList());
                assertThat(hidden).as("%s", group).hasSizeGreaterThan(1);
                assertThat(Suppression.isTooFew(together)).as("%s", group).isFalse();
            }
        }
    }

    private static Share share(Map<String, Share> group, String key) {
        return Objects.requireNonNull(group.get(key));
    }

    private static Map<String, Share> group(Random chance) {
        var group = new HashMap<String, Share>();
        for (var name : List.of("A", "B", "C", "D", "E", "F").subList(0, 1 + chance.nextInt(6))) {
            var whole = chance.nextInt(4) == 0 ? chance.nextInt(8) : chance.nextInt(60);
            group.put(name, new Share(whole == 0 ? 0 : chance.nextInt(whole + 1), whole));
        }
        return group;
    }
}
