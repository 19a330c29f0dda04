package eu.includeu.academy.evidence;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What gives a person rungs from a moment until another: a certificate, prior learning that a coordinator accepted, or
 * the baseline declared with a need.
 *
 * @param authority whose record it is: the person's primary membership when it was made
 * @param id of the certificate, the acceptance or the need
 * @param until exclusive: at this moment it is over; null when it does not expire
 */
public record Proof(
        Authority.Id authority,
        Account.Id official,
        Source source,
        UUID id,
        List<Rung> rungs,
        Instant from,
        @Nullable Instant until) {

    /** Where it comes from. */
    public enum Source {
        CERTIFICATE,
        PRIOR,
        BASELINE
    }

    public Proof {
        rungs = List.copyOf(rungs);
    }
}
