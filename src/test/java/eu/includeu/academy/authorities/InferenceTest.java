package eu.includeu.academy.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** An attacker who knows all that is shown, how many places there are everywhere, and linear programming. */
class InferenceTest {

    @Test
    void leavesEveryHiddenFigureARangeOfAtLeastFivePeopleOrAllThatIsOpenAboutIt() {
        var chance = new Random(2026);
        var hiddenOnes = 0;
        for (var round = 0; round < 250; round++) {
            var tree = tree(chance);
            var hidden = Suppression.hidden(tree);
            var attacker = new Attacker(tree, hidden);
            for (var part : all(tree).toList()) {
                if (!Suppression.isTooFew(part.share()) || part.isKnown()) {
                    continue;
                }
                assertThat(hidden).contains(part.key());
                var range = attacker.range(part.key());
                assertThat(range.high() - range.low())
                        .as("%s is pinned down to %s in %s", part.key(), range, tree)
                        .isGreaterThanOrEqualTo(Math.min(Suppression.FEWEST, part.most() - part.least()));
                hiddenOnes++;
            }
        }
        assertThat(hiddenOnes).isGreaterThan(500);
    }

    @Test
    void knowsExactlyWhatALinearProgrammeFinds() {
        var chance = new Random(11);
        for (var round = 0; round < 60; round++) {
            var tree = tree(chance);
            var inference = new Inference<>(tree);
            inference.hideAll(part -> chance.nextInt(3) > 0);
            var attacker = new Attacker(tree, inference.hidden());
            inference.known().forEach((key, range) -> assertThat(range).as(key).isEqualTo(attacker.range(key)));
        }
    }

    @Test
    void hidesNothingWhereEverybodyIsMany() {
        var tree = Part.sum(
                "all",
                List.of(
                        Part.counted("a", new Share(10, 20)),
                        Part.sum(
                                "b",
                                List.of(Part.counted("b1", new Share(6, 12)), Part.counted("b2", new Share(7, 14))))));
        assertThat(Suppression.hidden(tree)).isEmpty();
    }

    @Test
    void hidesTheSmallestNeighbourOfAFigureThatCouldBeWorkedOut() {
        var tree = Part.sum(
                "all",
                List.of(
                        Part.counted("few", new Share(2, 9)),
                        Part.counted("many", new Share(30, 60)),
                        Part.counted("some", new Share(10, 20))));
        assertThat(Suppression.hidden(tree)).containsExactlyInAnyOrder("few", "some");
    }

    @Test
    void hidesWhatIsCountedToo() {
        var tree = Part.sum(
                "all",
                List.of(
                        Part.sum(
                                "town",
                                List.of(Part.counted("n1", new Share(6, 12)), Part.counted("n2", new Share(0, 3)))),
                        Part.counted("city", new Share(50, 100))));
        assertThat(Suppression.hidden(tree)).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    void goesUpWhereAllOfASumAreThere() {
        var tree = Part.sum("all", List.of(Part.counted("a", new Share(12, 12)), Part.counted("b", new Share(20, 20))));
        assertThat(Suppression.hidden(tree)).contains("all", "a", "b");
    }

    @Test
    void saysTheSameInWhateverOrderThePartsCome() {
        var chance = new Random(77);
        for (var round = 0; round < 100; round++) {
            var leaves = new ArrayList<>(IntStream.range(0, 6)
                    .mapToObj(at -> Part.counted("n" + at, share(chance, 10 + at)))
                    .toList());
            var first = Suppression.hidden(Part.sum("all", leaves));
            java.util.Collections.reverse(leaves);
            assertThat(Suppression.hidden(Part.sum("all", leaves))).isEqualTo(first);
        }
    }

    private static Part<String> tree(Random chance) {
        var count = new int[1];
        return tree(chance, 3, count);
    }

    private static Part<String> tree(Random chance, int depth, int[] count) {
        var key = "n" + count[0]++;
        if (depth == 0 || depth < 3 && chance.nextInt(3) == 0) {
            return counted(key, chance);
        }
        return Part.sum(
                key,
                IntStream.range(0, 1 + chance.nextInt(4))
                        .mapToObj(part -> tree(chance, depth - 1, count))
                        .toList());
    }

    /** Of some needs it is known that they are full, of some that they are not, of some nothing. */
    private static Part<String> counted(String key, Random chance) {
        var whole = chance.nextInt(10) == 0 ? 0 : 1 + chance.nextInt(chance.nextBoolean() ? 9 : 40);
        var share = share(chance, whole);
        return switch (chance.nextInt(4)) {
            case 0 -> Part.full(key, new Share(whole, whole));
            case 1 -> Part.counted(key, share);
            default -> Part.open(key, share.part() == whole && whole > 0 ? new Share(whole - 1, whole) : share);
        };
    }

    private static Share share(Random chance, int whole) {
        return new Share(whole == 0 ? 0 : chance.nextInt(whole + 1), whole);
    }

    private static Stream<Part<String>> all(Part<String> part) {
        return Stream.concat(Stream.of(part), part.parts().stream().flatMap(InferenceTest::all));
    }

    /** One unknown for each counted figure, one equation for each shown one. */
    private static final class Attacker {

        private final Part<String> tree;
        private final Set<String> hidden;
        private final Map<String, Part<String>> parts = new HashMap<>();

        Attacker(Part<String> tree, Set<String> hidden) {
            this.tree = tree;
            this.hidden = hidden;
            all(tree).forEach(part -> parts.put(part.key(), part));
        }

        Inference.Range range(String key) {
            return new Inference.Range(solve(key, false), solve(key, true));
        }

        private long solve(String key, boolean most) {
            var model = new ExpressionsBasedModel();
            var unknown = new HashMap<String, Variable>();
            counted(tree)
                    .forEach(part -> unknown.put(
                            part.key(),
                            model.newVariable(part.key()).lower(part.least()).upper(part.most())));
            all(tree).filter(part -> !hidden.contains(part.key())).forEach(part -> {
                var sum = model.newExpression("shown " + part.key())
                        .level(part.share().part());
                counted(part).forEach(each -> sum.set(Objects.requireNonNull(unknown.get(each.key())), 1));
            });
            var target = model.newExpression("target").weight(1);
            counted(Objects.requireNonNull(parts.get(key)))
                    .forEach(each -> target.set(Objects.requireNonNull(unknown.get(each.key())), 1));
            var result = most ? model.maximise() : model.minimise();
            assertThat(result.getState().isFeasible()).isTrue();
            return Math.round(counted(Objects.requireNonNull(parts.get(key)))
                    .mapToDouble(
                            each -> result.doubleValue(model.indexOf(Objects.requireNonNull(unknown.get(each.key())))))
                    .sum());
        }

        private static Stream<Part<String>> counted(Part<String> part) {
            return all(part).filter(each -> each.parts().isEmpty());
        }
    }
}
