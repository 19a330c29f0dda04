package eu.includeu.academy.bench.faults;

import eu.includeu.academy.bench.faults.scene.Stage;
import java.util.Optional;

/** One thing that goes wrong, on purpose. */
interface Drill {

    /** The word that {@code -Ddrills=} knows it by. */
    String name();

    /** What is wrong with what it brought, in a sentence; empty where all is well. */
    default Optional<String> wrong(Drilled drilled) {
        if (drilled.missing() > 0) {
            return Optional.of(drilled.missing() + " of " + drilled.acknowledged()
                    + " things that were said to be saved are missing");
        }
        if (drilled.isOtherThanLater()) {
            return Optional.of("somebody was told something else than to come back later: " + drilled.others());
        }
        return drilled.other("not shown what was saved") > 0
                ? Optional.of("somebody was not shown what had just been saved: " + drilled.others())
                : Optional.empty();
    }

    /** What this machine lacks for it, in a sentence that says what to do; empty where it can be run. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Lets it go wrong; whatever it started it has stopped when it returns. */
    Drilled run(Stage stage) throws Exception;
}
