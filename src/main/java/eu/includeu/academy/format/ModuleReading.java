package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;

/** What came of reading a module's text: an edition, or everything that is wrong with it. */
public sealed interface ModuleReading {

    /** The text is whole. */
    record Whole(Edition edition) implements ModuleReading {

        @Override
        public List<FormatProblem> problems() {
            return List.of();
        }

        @Override
        public Edition orRefuse() {
            return edition;
        }
    }

    /** The text is broken: every problem, in the order of its lines. There is at least one. */
    record Broken(List<FormatProblem> problems) implements ModuleReading {

        @Override
        public Edition orRefuse() {
            throw new Refused(problems.stream()
                    .map(problem -> new Problem(problem.place(), problem.code(), problem.arguments()))
                    .toList());
        }
    }

    /** Every problem found; none when the text is whole. */
    List<FormatProblem> problems();

    /** The edition; refused with every problem when the text is broken. */
    Edition orRefuse();
}
