package eu.includeu.academy.optimum;

import static eu.includeu.academy.optimum.Puzzles.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracles of section 8 of the domain guide. */
class SearchTest {

    private static final int MANY = 300;

    @Test
    void findsWhatTryingEverythingFinds() {
        var shared = 0;
        var conditional = 0;
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var found = SEARCH.find(puzzle, Watch.NOBODY);
            assertThat(found.answer().isAllowed(puzzle)).as("seed %d", seed).isTrue();
            assertThat(found.total()).as("seed %d", seed).isEqualTo(Enumeration.optimum(puzzle));
            assertThat(found.state()).as("seed %d", seed).isEqualTo(Outcome.State.OPTIMAL);
            shared += found.answer().runs(puzzle).isEmpty() ? 0 : 1;
            conditional += puzzle.calls().stream()
                            .flatMap(call -> call.choices().stream())
                            .anyMatch(choice -> !choice.conditions().isEmpty())
                    ? 1
                    : 0;
        }
        assertThat(shared).isGreaterThan(20);
        assertThat(conditional).isGreaterThan(100);
    }

    @Test
    void putsTheBestBetweenTheBoundAndTheQuickAnswer() {
        var worse = 0;
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var best = Enumeration.optimum(puzzle);
            var quick = Greedy.answer(puzzle);
            var swapped = Swaps.improve(puzzle, quick);
            assertThat(quick.isAllowed(puzzle)).as("seed %d", seed).isTrue();
            assertThat(swapped.isAllowed(puzzle)).as("seed %d", seed).isTrue();
            assertThat(new OjAlgo()
                            .relax(Programme.of(puzzle), Limits.STANDARD.part())
                            .objective())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(best + 1e-6);
            assertThat(best).as("seed %d", seed).isLessThanOrEqualTo(swapped.total(puzzle));
            assertThat(swapped.total(puzzle)).as("seed %d", seed).isLessThanOrEqualTo(quick.total(puzzle));
            worse += swapped.total(puzzle) > best ? 1 : 0;
        }
        assertThat(worse).as("of %d quick answers not the best", MANY).isLessThan(MANY / 4);
    }

    /** With room for no house at all, everything that shares runs goes by prices of seats. */
    @Test
    void putsTheBestBetweenTheBoundAndTheAnswerOfPrices() {
        var byPrices = new Search(new OjAlgo(), new Limits(Limits.STANDARD.part(), 0, 12));
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var best = Enumeration.optimum(puzzle);
            var found = byPrices.find(puzzle, Watch.NOBODY);
            assertThat(found.answer().isAllowed(puzzle)).as("seed %d", seed).isTrue();
            assertThat(found.bound()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
            assertThat(found.total()).as("seed %d", seed).isGreaterThanOrEqualTo(best);
            if (found.state() == Outcome.State.OPTIMAL) {
                assertThat(found.total()).as("seed %d", seed).isEqualTo(best);
            }
        }
    }

    @Test
    void neverBecomesCheaperByMorePlaces() {
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var more = puzzle.with(puzzle.calls().stream()
                    .map(call -> call.id().equals("n0")
                            ? new Call(
                                    call.id(),
                                    call.house(),
                                    call.weight(),
                                    call.places().stream()
                                            .map(places -> places + 1)
                                            .toList(),
                                    call.minutes(),
                                    call.choices())
                            : call)
                    .toList());
            assertThat(total(more)).as("seed %d", seed).isGreaterThanOrEqualTo(total(puzzle));
        }
    }

    @Test
    void neverBecomesDearerByOneMoreVersion() {
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var courses = new ArrayList<>(puzzle.courses());
            courses.add(Course.alone("new", 15 + (int) (seed % 20) * 10));
            var more = new Puzzle(
                    courses,
                    puzzle.calls().stream()
                            .map(call ->
                                    with(call, Choice.of("new", 0, call.places().size())))
                            .toList(),
                    puzzle.wage(),
                    puzzle.penalty());
            assertThat(total(more)).as("seed %d", seed).isLessThanOrEqualTo(total(puzzle));
        }
    }

    @Test
    void neverBecomesDearerByOneNeedLess() {
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var fewer = puzzle.with(puzzle.calls().subList(1, puzzle.calls().size()));
            assertThat(total(fewer)).as("seed %d", seed).isLessThanOrEqualTo(total(puzzle));
        }
    }

    @Test
    void answersTheSameHoweverItIsAsked() {
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var other = Puzzles.shuffled(puzzle, seed + 1);
            assertThat(SEARCH.find(other, Watch.NOBODY))
                    .as("seed %d", seed)
                    .isEqualTo(SEARCH.find(puzzle, Watch.NOBODY));
        }
    }

    /**
     * Covers with a known best: the elements fall into disjoint sets, each element has a share of its set's cost, and every
     * other set costs at least the shares of its elements. By linear duality nothing undercuts the disjoint sets.
     */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 30})
    void findsThePlantedCover(int sets) {
        var random = new java.util.Random(sets);
        var elements = 5 * sets;
        var share = new long[elements];
        var courses = new ArrayList<Course>();
        var members = new ArrayList<List<Integer>>();
        var best = 0L;
        for (var set = 0; set < sets; set++) {
            var own = new ArrayList<Integer>();
            var cost = 0L;
            for (var element = 5 * set; element < 5 * set + 5; element++) {
                own.add(element);
                share[element] = 100L * (1 + random.nextInt(9));
                cost += share[element];
            }
            best += cost;
            courses.add(new Course("planted" + set, 1, cost, 1_000));
            members.add(own);
        }
        for (var set = 0; set < 4 * sets; set++) {
            var own = random.ints(6, 0, elements).distinct().boxed().toList();
            var cost = own.stream().mapToLong(element -> share[element]).sum();
            courses.add(new Course("decoy" + set, 1, cost + random.nextInt(300), 1_000));
            members.add(own);
        }
        var calls = new ArrayList<Call>();
        for (var element = 0; element < elements; element++) {
            var at = element;
            var choices = new ArrayList<Choice>();
            for (var set = 0; set < courses.size(); set++) {
                if (members.get(set).contains(at)) {
                    choices.add(Choice.of(courses.get(set).id(), 0, 1));
                }
            }
            calls.add(new Call("e" + at, "h" + at % 7, 1, List.of(1), Call.UNLIMITED, choices));
        }
        var puzzle = new Puzzle(courses, calls, 0, 1_000_000);
        var found = SEARCH.find(puzzle, Watch.NOBODY);
        assertThat(found.total()).isEqualTo(best);
        assertThat(found.state()).isEqualTo(Outcome.State.OPTIMAL);
        var harmonic = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0;
        assertThat((double) Greedy.answer(puzzle).total(puzzle)).isLessThanOrEqualTo(harmonic * best);
    }

    @Test
    void keepsTheBestSoFarWhenItIsStopped() {
        var stopped = 0;
        for (var seed = 0L; seed < MANY; seed++) {
            var puzzle = Puzzles.small(seed);
            var found = SEARCH.find(puzzle, Puzzles.stoppingAfter(0));
            assertThat(found.answer().isAllowed(puzzle)).as("seed %d", seed).isTrue();
            assertThat(found.bound()).isLessThanOrEqualTo(found.total() + 1e-6);
            assertThat(found.state()).isIn(Outcome.State.OPTIMAL, Outcome.State.STOPPED);
            stopped += found.state() == Outcome.State.STOPPED ? 1 : 0;
        }
        assertThat(stopped).isPositive();
    }

    @Test
    void takesOverWhatHasNotChanged() {
        for (var seed = 0L; seed < 40; seed++) {
            var puzzle = Puzzles.tree(seed, 6, 4, 120, 0);
            var before = SEARCH.find(puzzle, Watch.NOBODY);
            var changed = puzzle.with(puzzle.calls().stream()
                    .map(call -> call.house().equals("h00002") && call.id().endsWith("n01") ? twice(call) : call)
                    .toList());
            var known = before.parts().stream()
                    .collect(Collectors.toMap(Outcome.Part::fingerprint, part -> part, (a, b) -> a));
            var repaired = SEARCH.find(changed, known, before.answer(), Watch.NOBODY);
            assertThat(repaired.reused()).isEqualTo(puzzle.calls().size() - 1);
            assertThat(repaired.total())
                    .isEqualTo(SEARCH.find(changed, Map.of(), Answer.NONE, Watch.NOBODY)
                            .total());
        }
    }

    @Test
    void solvesAHouseOfTwentyNeedsAndFourHundredVersionsAtOnce() {
        SEARCH.find(Puzzles.house(1, 20, 400), Watch.NOBODY);
        var worst = 0L;
        for (var seed = 2L; seed < 12; seed++) {
            var puzzle = Puzzles.house(seed, 20, 400);
            var began = System.nanoTime();
            var found = SEARCH.find(puzzle, Watch.NOBODY);
            worst = Math.max(worst, System.nanoTime() - began);
            assertThat(found.state()).isEqualTo(Outcome.State.OPTIMAL);
        }
        System.out.printf("20 needs, 400 versions: %d ms at most%n", worst / 1_000_000);
        assertThat(worst / 1_000_000).isLessThan(2_000);
    }

    /** Size S of section 9: 60 houses, 300 needs, 60 versions, a quarter of them in runs. */
    @Test
    void solvesSizeSWithSharedRunsToAStatedGap() {
        var puzzle = Puzzles.tree(7, 60, 5, 60, 25);
        var began = System.nanoTime();
        var found = SEARCH.find(puzzle, Watch.NOBODY);
        System.out.printf(
                "S: %d ms, %s, gap %.2f%%%n", (System.nanoTime() - began) / 1_000_000, found.state(), found.gap());
        assertThat(found.answer().isAllowed(puzzle)).isTrue();
        assertThat(found.gap()).isLessThan(5);
    }

    private static long total(Puzzle puzzle) {
        return SEARCH.find(puzzle, Watch.NOBODY).total();
    }

    private static Call with(Call call, Choice choice) {
        var choices = new ArrayList<>(call.choices());
        choices.add(choice);
        return new Call(call.id(), call.house(), call.weight(), call.places(), call.minutes(), choices);
    }

    private static Call twice(Call call) {
        return new Call(
                call.id(),
                call.house(),
                call.weight(),
                call.places().stream().map(places -> places * 2 + 1).toList(),
                call.minutes(),
                call.choices());
    }
}
