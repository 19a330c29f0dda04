package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact that all lessons are done and the quiz is passed, and whether a coordinator has confirmed it where the authority
 * asks for that.
 *
 * @param score the share of points won, exactly
 * @param reason why it was returned, or null
 */
public record Completion(
        Authority.Id authority,
        Id id,
        Enrolment.Id enrolment,
        Account.Id official,
        VersionId subject,
        String language,
        Fraction score,
        Instant completed,
        Review review,
        Account.@Nullable Id decidedBy,
        @Nullable Instant decided,
        @Nullable String reason,
        int version) {

    /** Which completion. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How its review stands; none when the authority asks for none. */
    public enum Review {
        NONE,
        TO_REVIEW,
        CONFIRMED,
        RETURNED
    }

    public static final int LONGEST_REASON = 1_000;

    /** Confirms it: now it counts. Nobody confirms their own, and a decision is taken once. */
    public Completion confirm(Account.Id coordinator, Instant now) {
        reviewable(coordinator);
        return with(Review.CONFIRMED, coordinator, now, null);
    }

    /** Gives it back with a reason that the official will read. */
    public Completion giveBack(Account.Id coordinator, String why, Instant now) {
        reviewable(coordinator);
        Refused.checks()
                .when(why.isBlank(), "reason", "review.no-reason")
                .when(why.length() > LONGEST_REASON, "reason", "review.reason-too-long", LONGEST_REASON)
                .done();
        return with(Review.RETURNED, coordinator, now, why.strip());
    }

    /** The official asks for another look. */
    public Completion resubmit() {
        Refused.when(review != Review.RETURNED, "review.not-returned");
        return with(Review.TO_REVIEW, null, null, null);
    }

    /** Without review, completed counts as confirmed. */
    public boolean counts() {
        return review == Review.NONE || review == Review.CONFIRMED;
    }

    private void reviewable(Account.Id coordinator) {
        Refused.when(coordinator.equals(official), "review.own");
        Refused.when(review != Review.TO_REVIEW, "review.decided");
    }

    private Completion with(Review next, Account.@Nullable Id by, @Nullable Instant when, @Nullable String why) {
        return new Completion(
                authority, id, enrolment, official, subject, language, score, completed, next, by, when, why, version);
    }
}
