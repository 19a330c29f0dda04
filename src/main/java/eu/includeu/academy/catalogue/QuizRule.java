package eu.includeu.academy.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.includeu.academy.questions.Fraction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the quiz of a version is held.
 *
 * @param pass the pass mark, a share from 0 to 1, as it was written
 * @param attempts how many are allowed
 * @param waitHours how long between two attempts
 * @param draw how many questions an attempt draws, or null for all
 */
public record QuizRule(
        int minutes,
        BigDecimal pass,
        int attempts,
        int waitHours,
        @Nullable Integer draw) {

    @JsonIgnore
    public Fraction passMark() {
        return Fraction.of(pass);
    }
}
