package eu.includeu.academy.assessment;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.util.UUID;

/**
 * The test before the first lesson was handed in and graded. It decides nothing; it says where somebody begins.
 *
 * @param score the points won out of all points, exactly
 */
public record PretestSubmitted(
        Authority.Id authority, UUID attempt, Account.Id official, VersionId version, Fraction score, Instant at) {

    static PretestSubmitted of(Attempt attempt) {
        var grade = requireNonNull(attempt.grade());
        return new PretestSubmitted(
                attempt.authority(),
                attempt.id().value(),
                attempt.official(),
                attempt.subject(),
                grade.share(),
                grade.at());
    }
}
