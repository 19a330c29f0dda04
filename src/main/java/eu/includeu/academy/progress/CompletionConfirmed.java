package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.util.UUID;

/** A completion counts: a coordinator confirmed it, or the authority asks for no review. */
public record CompletionConfirmed(
        Authority.Id authority,
        UUID completion,
        Account.Id official,
        VersionId version,
        String language,
        Fraction score,
        Instant at) {

    static CompletionConfirmed of(Completion completion, Instant now) {
        return new CompletionConfirmed(
                completion.authority(),
                completion.id().value(),
                completion.official(),
                completion.subject(),
                completion.language(),
                completion.score(),
                now);
    }
}
