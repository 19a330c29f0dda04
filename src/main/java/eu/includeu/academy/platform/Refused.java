package eu.includeu.academy.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked breaks a rule. Nothing was changed; every problem found is named at once. Answered with 422. */
public final class Refused extends RuntimeException {

    private final transient List<Problem> problems;

    public Refused(List<Problem> problems) {
        super(problems.get(0).code(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Refused(String code, Object... arguments) {
        this(List.of(Problem.of(null, code, arguments)));
    }

    /** Refuses at once, when one broken rule makes every other question idle. */
    public static void when(boolean broken, String code, Object... arguments) {
        if (broken) {
            throw new Refused(code, arguments);
        }
    }

    /** Starts a list of checks that is thrown whole, by {@link Checks#done}. */
    public static Checks checks() {
        return new Checks();
    }

    public List<Problem> problems() {
        return problems;
    }

    /** A list of checks: each broken rule adds a problem, and all of them are told together. */
    public static final class Checks {

        private final List<Problem> problems = new ArrayList<>();

        private Checks() {}

        public Checks when(boolean broken, @Nullable String field, String code, Object... arguments) {
            if (broken) {
                problems.add(Problem.of(field, code, arguments));
            }
            return this;
        }

        /** Whether nothing has been found so far. */
        public boolean clean() {
            return problems.isEmpty();
        }

        /** Refuses with everything found, if anything was. */
        public void done() {
            if (!problems.isEmpty()) {
                throw new Refused(problems);
            }
        }
    }
}
