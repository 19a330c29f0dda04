package eu.includeu.academy.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Two solvers that share no code come to the same costs; where one has no machine code, it says so and is not used. */
class OrToolsTest {

    /** The build declares it for this system alone. */
    private static final boolean HAS_MACHINE_CODE =
            System.getProperty("os.name").equals("Linux")
                    && System.getProperty("os.arch").equals("amd64");

    @Test
    void costsWhatTheOtherSolverCosts() {
        if (!HAS_MACHINE_CODE) {
            assertThatThrownBy(OrTools::new).isInstanceOf(Throwable.class);
            return;
        }
        var other = new Search(new OrTools(), Limits.STANDARD);
        for (var seed = 0L; seed < 100; seed++) {
            var puzzle = Puzzles.small(seed);
            var found = other.find(puzzle, Watch.NOBODY);
            assertThat(found.total()).as("seed %d", seed).isEqualTo(Enumeration.optimum(puzzle));
            assertThat(found.state()).as("seed %d", seed).isEqualTo(Outcome.State.OPTIMAL);
        }
    }

    @Test
    void relaxesToTheSameBound() {
        if (!HAS_MACHINE_CODE) {
            assertThatThrownBy(OrTools::new).isInstanceOf(Throwable.class);
            return;
        }
        for (var seed = 0L; seed < 30; seed++) {
            var programme = Programme.of(Puzzles.small(seed));
            assertThat(new OrTools().relax(programme, Limits.STANDARD.part()).objective())
                    .as("seed %d", seed)
                    .isCloseTo(
                            new OjAlgo()
                                    .relax(programme, Limits.STANDARD.part())
                                    .objective(),
                            org.assertj.core.data.Offset.offset(1e-3));
        }
    }
}
