package eu.includeu.academy.bench.faults;

import java.util.Optional;

/** One thing that goes wrong, on purpose. */
interface Drill {

    /** The word that {@code -Ddrills=} knows it by. */
    String name();

    /** What is wrong with what it brought, in a sentence; empty where all is well. */
    default Optional<String> wrong(Drilled drilled) {
        return drilled.missing() == 0
                ? Optional.empty()
                : Optional.of(drilled.missing() + " of " + drilled.acknowledged()
                        + " answers that were said to be saved are missing");
    }

    /** What this machine lacks for it, in a sentence that says what to do; empty where it can be run. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Lets it go wrong; whatever it started it has stopped when it returns. */
    Drilled run(Stage stage) throws Exception;
}
