package eu.includeu.academy.progress;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Tries;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that an official can do next in a module: every page about it shows exactly this as its filled button.
 *
 * @param lesson to continue with; 0 where it is not about lessons
 * @param from when the next go at the quiz may begin, or null
 * @param reason why the completion was returned, or null
 */
public record Next(
        Kind kind,
        @Nullable Enrolment enrolment,
        Attempt.@Nullable Id attempt,
        int lesson,
        @Nullable LocalDateTime from,
        @Nullable String reason) {

    /** What it is. */
    public enum Kind {
        SIGN_IN,
        START,
        BLOCKED,
        CLOSED,
        CONTINUE,
        QUIZ,
        GO_ON_WITH_QUIZ,
        WAIT,
        LOCKED,
        IN_REVIEW,
        RETURNED,
        CERTIFICATE;

        /** The key of its messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For a visitor. */
    public static final Next SIGN_IN = new Next(Kind.SIGN_IN, null, null, 0, null, null);

    /** For somebody who does not take the module now. */
    public static Next entering(boolean admitted, boolean taking) {
        var kind = !taking ? Kind.CLOSED : admitted ? Kind.START : Kind.BLOCKED;
        return new Next(kind, null, null, 0, null, null);
    }

    /** For somebody who takes it, or has completed it. */
    static Next in(
            Enrolment enrolment,
            Tries tries,
            Optional<Attempt> latest,
            Optional<Completion> completion,
            Instant now,
            ZoneId zone) {
        return switch (enrolment.state()) {
            case ENROLLED, IN_PROGRESS -> new Next(Kind.CONTINUE, enrolment, null, enrolment.next(), null, null);
            case QUIZ_OPEN -> quiz(enrolment, tries, latest, now, zone);
            case LOCKED -> new Next(Kind.LOCKED, enrolment, null, 1, null, null);
            case COMPLETED -> completed(enrolment, completion);
            case WITHDRAWN -> new Next(Kind.START, null, null, 0, null, null);
        };
    }

    public boolean is(String wanted) {
        return kind.name().equals(wanted);
    }

    private static Next quiz(Enrolment enrolment, Tries tries, Optional<Attempt> latest, Instant now, ZoneId zone) {
        var open = latest.filter(attempt -> !attempt.isGraded()).map(Attempt::id);
        var from = tries.nextAt(now);
        if (open.isPresent()) {
            return new Next(Kind.GO_ON_WITH_QUIZ, enrolment, open.get(), 0, null, null);
        }
        return from == null
                ? new Next(Kind.QUIZ, enrolment, null, 0, null, null)
                : new Next(Kind.WAIT, enrolment, null, 1, LocalDateTime.ofInstant(from, zone), null);
    }

    private static Next completed(Enrolment enrolment, Optional<Completion> completion) {
        var kind = completion
                .map(Completion::review)
                .map(review -> switch (review) {
                    case NONE, CONFIRMED -> Kind.CERTIFICATE;
                    case TO_REVIEW -> Kind.IN_REVIEW;
                    case RETURNED -> Kind.RETURNED;
                })
                .orElse(Kind.CERTIFICATE);
        return new Next(
                kind,
                enrolment,
                null,
                0,
                null,
                completion.map(Completion::reason).orElse(null));
    }
}
