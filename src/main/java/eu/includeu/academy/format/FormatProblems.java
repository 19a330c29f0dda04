package eu.includeu.academy.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything found wrong with a module's text so far; past a few hundred, more would help nobody. */
final class FormatProblems {

    private static final int MOST = 300;
    private static final Pattern QUESTION = Pattern.compile("quiz|question .*|q[0-9].*", Pattern.DOTALL);

    private final Set<FormatProblem> found = new LinkedHashSet<>();

    void add(int line, String key, String code, Object... arguments) {
        if (found.size() < MOST) {
            found.add(new FormatProblem(line, key, code, List.of(arguments)));
        }
    }

    void addAll(FormatProblems others) {
        found.addAll(others.found);
    }

    /** Whether some question is broken, so that nothing can be said yet of the quiz as a whole. */
    boolean concernQuestions() {
        return found.stream()
                .anyMatch(problem -> QUESTION.matcher(problem.key()).matches());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<FormatProblem> inOrder() {
        return found.stream().sorted(FormatProblem.BY_LINE).toList();
    }
}
