package eu.includeu.academy.bench.faults;

import java.util.Optional;

/** One thing that goes wrong, on purpose. */
interface Drill {

    /** The word that {@code -Ddrills=} knows it by. */
    String name();

    /** Whether something must be missing afterwards: only a control, which shows that a loss would be seen. */
    default boolean losesOnPurpose() {
        return false;
    }

    /** What this machine lacks for it, in a sentence that says what to do; empty where it can be run. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Lets it go wrong; whatever it started it has stopped when it returns. */
    Drilled run(Stage stage) throws Exception;
}
