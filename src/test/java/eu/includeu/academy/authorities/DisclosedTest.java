package eu.includeu.academy.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.authorities.AuthorityFigures.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A stranger who sees every page that is not for coordinators, and can do sums. */
class DisclosedTest {

    @Test
    void makesTheFigureOfACountryFromWhatIsShown() {
        var disclosed = Disclosed.of(
                List.of(standing(1, "ES11", 10, 30), standing(2, "ES12", 2, 4), standing(3, "ES13", 8, 16)));
        assertThat(disclosed.hiddenRegions()).containsExactlyInAnyOrder("ES12", "ES13");
        assertThat(disclosed.country("ES")).isEqualTo(new Share(10, 30));
        assertThat(disclosed.country("IT")).isEqualTo(Share.NOBODY);
    }

    @Test
    void hidesALargeAuthorityWhoseSmallNeighbourCouldBeWorkedOut() {
        var disclosed = Disclosed.of(List.of(standing(1, "EL61", 12, 24), standing(2, "EL61", 1, 3)));
        assertThat(disclosed.regions()).containsEntry("EL61", new Share(13, 27));
        assertThat(disclosed.authority(id(1))).isNull();
        assertThat(disclosed.authority(id(2))).isNull();
    }

    @Test
    void neverLetsAHiddenFigureBeWorkedOut() {
        var chance = new Random(5);
        for (var round = 0; round < 3_000; round++) {
            var standings = country(chance);
            var disclosed = Disclosed.of(standings);
            var attacker = new Attacker(standings.size());
            for (var i = 0; i < standings.size(); i++) {
                var shown = disclosed.authority(standings.get(i).authority());
                if (shown != null) {
                    attacker.learns(only(standings.size(), i));
                }
            }
            disclosed.regions().keySet().forEach(region -> attacker.learns(members(standings, region)));
            attacker.learns(shownOf(standings, disclosed));
            for (var i = 0; i < standings.size(); i++) {
                var standing = standings.get(i);
                if (disclosed.authority(standing.authority()) == null) {
                    assertThat(attacker.knows(only(standings.size(), i)))
                            .as("%s is worked out from %s", standing, standings)
                            .isFalse();
                }
            }
            for (var region : disclosed.hiddenRegions()) {
                var share = standings.stream()
                        .filter(standing -> region.equals(standing.region()))
                        .map(standing -> new Share(standing.certified(), standing.officials()))
                        .reduce(Share.NOBODY, Share::plus);
                if (Suppression.isTooFew(share)) {
                    assertThat(attacker.knows(members(standings, region)))
                            .as("%s is worked out from %s", region, standings)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void keepsTheHiddenRegionsOfACountryFromReadersOfTheMapAlone() {
        var chance = new Random(7);
        for (var round = 0; round < 3_000; round++) {
            var standings = country(chance);
            var disclosed = Disclosed.of(standings);
            var attacker = new Attacker(standings.size());
            disclosed.regions().keySet().forEach(region -> attacker.learns(members(standings, region)));
            attacker.learns(shownOf(standings, disclosed));
            assertThat(disclosed.hiddenRegions()).noneMatch(region -> attacker.knows(members(standings, region)));
        }
    }

    private static List<Standing> country(Random chance) {
        var standings = new ArrayList<Standing>();
        for (var region = 1; region <= 1 + chance.nextInt(5); region++) {
            for (var body = 0; body < 1 + chance.nextInt(4); body++) {
                var whole = 1 + chance.nextInt(chance.nextBoolean() ? 12 : 60);
                standings.add(standing(standings.size(), "RO" + region + "1", chance.nextInt(whole + 1), whole));
            }
        }
        return standings;
    }

    private static Standing standing(int number, String region, long certified, long officials) {
        return new Standing(id(number), region.substring(0, 2), "NUTS:2024:" + region, officials, certified);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static double[] only(int size, int at) {
        var sum = new double[size];
        sum[at] = 1;
        return sum;
    }

    private static double[] members(List<Standing> standings, String region) {
        return standings.stream()
                .mapToDouble(standing -> region.equals(standing.region()) ? 1 : 0)
                .toArray();
    }

    private static double[] shownOf(List<Standing> standings, Disclosed disclosed) {
        return standings.stream()
                .mapToDouble(
                        standing -> disclosed.regions().containsKey(Objects.requireNonNull(standing.region())) ? 1 : 0)
                .toArray();
    }

    /** Knows some sums, and with them every sum that can be put together from those: linear algebra, by elimination. */
    private static final class Attacker {

        private final List<double[]> known = new ArrayList<>();
        private final int size;

        Attacker(int size) {
            this.size = size;
        }

        void learns(double[] sum) {
            var rest = reduced(sum);
            if (pivot(rest) < size) {
                known.add(rest);
            }
        }

        boolean knows(double[] sum) {
            return pivot(reduced(sum)) == size;
        }

        private double[] reduced(double[] sum) {
            var rest = sum.clone();
            for (var row : known) {
                var pivot = pivot(row);
                var times = rest[pivot] / row[pivot];
                for (var i = 0; i < size; i++) {
                    rest[i] -= times * row[i];
                }
            }
            return rest;
        }

        private int pivot(double[] row) {
            var at = 0;
            while (at < size && Math.abs(row[at]) < 1e-9) {
                at++;
            }
            return at;
        }
    }
}
