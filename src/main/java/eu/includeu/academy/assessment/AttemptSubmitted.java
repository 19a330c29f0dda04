package eu.includeu.academy.assessment;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.util.UUID;

/**
 * A quiz was handed in and graded.
 *
 * @param ordinal which go it was
 * @param last whether no go is left after it
 * @param score the points won out of all points, exactly
 */
public record AttemptSubmitted(
        Authority.Id authority,
        UUID attempt,
        Account.Id official,
        VersionId version,
        int ordinal,
        boolean last,
        Fraction score,
        boolean passed,
        Instant at) {

    static AttemptSubmitted of(Attempt attempt) {
        var grade = requireNonNull(attempt.grade());
        return new AttemptSubmitted(
                attempt.authority(),
                attempt.id().value(),
                attempt.official(),
                attempt.subject(),
                attempt.ordinal(),
                attempt.isLast(),
                grade.share(),
                grade.passed(),
                grade.at());
    }
}
