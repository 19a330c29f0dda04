package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A module version in the making, in one language: its text as typed, its author, and how far its review has come.
 *
 * @param heading what its front matter said when it could last be read
 * @param source the text in the module format, whole or not
 * @param byline the author's name as readers will see it
 * @param reviewer who decided last, never the author
 * @param reviewedBy the reviewer's name as readers will see it
 * @param comment why it was given back
 */
public record Draft(
        Id id,
        Heading heading,
        String source,
        Account.Id author,
        String byline,
        State state,
        Account.@Nullable Id reviewer,
        @Nullable String reviewedBy,
        @Nullable String comment,
        Instant changed,
        int version) {

    /** Which draft. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How far a draft has come. Published is the end: what follows is a new version. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        PUBLISHED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As many characters as a module can have; a long one has a quarter of them. */
    public static final int LONGEST = 150_000;

    private static final int LONGEST_COMMENT = 4_000;

    static Draft begin(Original text, Account author, Instant now) {
        return new Draft(
                new Id(UUID.randomUUID()),
                text.heading(),
                text.source(),
                author.id(),
                author.name(),
                State.DRAFT,
                null,
                null,
                null,
                now,
                0);
    }

    /** Refuses to go on when it was changed elsewhere since this version of it was shown. */
    Draft expect(int shown) {
        if (shown != version) {
            throw new Stale(id);
        }
        return this;
    }

    /** Takes the text as typed, whole or not; once it is handed in, it waits for its reviewer as it is. */
    Draft write(String typed, Instant now) {
        Refused.when(state != State.DRAFT, "draft.not-yours-now");
        Refused.checks()
                .when(typed.length() > LONGEST, "source", "draft.too-long", typed.length(), LONGEST)
                .when(typed.indexOf('\0') >= 0, "source", "draft.unreadable")
                .done();
        return new Draft(
                id, heading.readFrom(typed), typed, author, byline, state, reviewer, reviewedBy, comment, now, version);
    }

    /** Hands it in, once its text makes an edition that has its lessons. */
    Draft submit(Edition edition, Instant now) {
        Refused.when(state != State.DRAFT, "draft.not-yours-now");
        Refused.checks()
                .when(edition.status() == Edition.Status.OUTLINE, "source", "format.outline-not-published")
                .done();
        return with(State.IN_REVIEW, now);
    }

    /** Approves it: not by its author, and with nothing left that its author was unsure of. */
    Draft approve(Edition edition, Account by, Instant now) {
        Refused.when(state != State.IN_REVIEW, "draft.not-in-review");
        notTheAuthor(by);
        edition.checkPublishable();
        return new Draft(id, heading, source, author, byline, State.APPROVED, by.id(), by.name(), null, now, version);
    }

    /** Gives it back to its author with a comment; also after approval, when it can no longer be published. */
    Draft giveBack(String why, Account by, Instant now) {
        Refused.when(state != State.IN_REVIEW && state != State.APPROVED, "draft.not-in-review");
        notTheAuthor(by);
        var reason = why.strip();
        Refused.checks()
                .when(reason.isEmpty(), "comment", "draft.comment-missing")
                .when(reason.length() > LONGEST_COMMENT, "comment", "draft.comment-too-long", LONGEST_COMMENT)
                .done();
        return new Draft(id, heading, source, author, byline, State.DRAFT, by.id(), by.name(), reason, now, version);
    }

    /** Publishes what was approved; not by its author. */
    Draft publish(Account by, Instant now) {
        Refused.when(state != State.APPROVED, "draft.not-approved");
        notTheAuthor(by);
        return with(State.PUBLISHED, now);
    }

    public boolean isBy(Account.Id person) {
        return author.equals(person);
    }

    /** Whether its author may write on. */
    public boolean isOpen() {
        return state == State.DRAFT;
    }

    public boolean isInReview() {
        return state == State.IN_REVIEW;
    }

    public boolean isApproved() {
        return state == State.APPROVED;
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** Whether a reviewer has given it back and it was not handed in again. */
    public boolean isReturned() {
        return state == State.DRAFT && comment != null;
    }

    /** The name of its language in itself, or what the text says where that is no language of ours. */
    public String languageName() {
        return Languages.known(heading.language()) ? Languages.nameOf(heading.language()) : heading.language();
    }

    public LocalDate changedOn() {
        return LocalDate.ofInstant(changed, Clock.ZONE);
    }

    /** The same after it was kept once more. */
    Draft at(int kept) {
        return new Draft(id, heading, source, author, byline, state, reviewer, reviewedBy, comment, changed, kept);
    }

    private Draft with(State next, Instant now) {
        return new Draft(id, heading, source, author, byline, next, reviewer, reviewedBy, comment, now, version);
    }

    private void notTheAuthor(Account by) {
        Refused.when(isBy(by.id()), "draft.own");
    }
}
