package eu.includeu.academy.assessment;

import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Answer;
import java.util.UUID;

/**
 * An answer as a browser sends it: what was given, under a key of its own and a number that grows.
 *
 * @param key the same key has the same effect, however often it arrives
 * @param sequence the highest wins, in whatever order they arrive
 */
public record Given(UUID key, int sequence, Answer answer) {

    /** A number that no page reaches by itself. */
    private static final int HIGHEST = 1_000_000_000;

    public Given {
        Refused.when(sequence < 1 || sequence > HIGHEST, "answer.sequence");
    }

    /** The same with the answer as it is kept. */
    Given as(Answer read) {
        return new Given(key, sequence, read);
    }

    /** Acknowledges that this is what is kept. Another answer that stands in its place is never called saved. */
    Given acknowledged(Given kept) {
        if (!kept.key.equals(key) || !kept.answer.equals(answer)) {
            throw new Stale("answer " + key);
        }
        return kept;
    }
}
