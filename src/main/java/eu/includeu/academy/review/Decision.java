package eu.includeu.academy.review;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.progress.Enrolment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was decided about somebody's progress, by whom, when and why. It is taken down once and never changed. */
record Decision(
        Authority.Id authority,
        Account.Id official,
        Enrolment.Id enrolment,
        Verdict verdict,
        @Nullable String reason,
        Account.Id by,
        Instant at) {

    /** What was decided. */
    enum Verdict {
        CONFIRMED,
        RETURNED,
        RESUBMITTED,
        RESET
    }

    Decision {
        if (verdict == Verdict.RETURNED || verdict == Verdict.RESET) {
            Refused.checks()
                    .when(reason == null || reason.isBlank(), "reason", "review.no-reason")
                    .when(
                            reason != null && reason.length() > Completion.LONGEST_REASON,
                            "reason",
                            "review.reason-too-long",
                            Completion.LONGEST_REASON)
                    .done();
        }
        reason = reason == null ? null : reason.strip();
    }

    static Decision about(Completion completion, Verdict verdict, Account.Id by, Instant now) {
        return new Decision(
                completion.authority(),
                completion.official(),
                completion.enrolment(),
                verdict,
                completion.reason(),
                by,
                now);
    }

    static Decision reset(Enrolment enrolment, String reason, Account.Id by, Instant now) {
        return new Decision(
                enrolment.authority(), enrolment.official(), enrolment.id(), Verdict.RESET, reason, by, now);
    }
}
