package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority asks for training in its own words (section 3 of the domain guide). What a step does not allow is refused.
 *
 * @param language in which people would learn
 * @param need what it is about, or null
 * @param rung that the need leads to, as it was when the request was written
 * @param module that serves it, or null
 * @param day of the training, once it has one
 */
record Request(
        Authority.Id authority,
        Id id,
        String subject,
        String text,
        String language,
        @Nullable UUID need,
        @Nullable Rung rung,
        State state,
        @Nullable String module,
        @Nullable LocalDate day,
        Instant asked,
        Account.Id askedBy,
        int version) {

    /** Which request. */
    record Id(UUID value) {

        /** What is no identifier names no request. */
        static Id of(String text) {
            try {
                return new Id(UUID.fromString(text));
            } catch (IllegalArgumentException malformed) {
                throw new Missing(text);
            }
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How far it has come. */
    enum State {
        OPEN,
        MATCHED,
        ACCEPTED,
        DECLINED,
        SCHEDULED,
        DELIVERED,
        CLOSED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** Whether a trainer has something to do. */
        boolean waits() {
            return Arrays.stream(Event.values()).anyMatch(event -> event.from == this && event != Event.CLOSE);
        }
    }

    /** What may happen to it; nothing else does. */
    enum Event {
        ASK(null, State.OPEN),
        MATCH(State.OPEN, State.MATCHED),
        ACCEPT(State.OPEN, State.ACCEPTED),
        DECLINE(State.OPEN, State.DECLINED),
        SCHEDULE(State.ACCEPTED, State.SCHEDULED),
        DELIVER(State.SCHEDULED, State.DELIVERED),
        CLOSE(State.DELIVERED, State.CLOSED);

        private final @Nullable State from;
        private final State to;

        Event(@Nullable State from, State to) {
            this.from = from;
            this.to = to;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        State to() {
            return to;
        }
    }

    /**
     * What a trainer says to it.
     *
     * @param module on offer that serves it, or null
     * @param day of the training, or null
     */
    record Answer(
            @Nullable Event event,
            String said,
            @Nullable String module,
            @Nullable LocalDate day) {}

    static final int LONGEST_SUBJECT = 120;
    static final int LONGEST_TEXT = 2000;

    /** What is wrong with what a coordinator wrote. */
    static Refused.Checks checks(String subject, String text, boolean knownLanguage) {
        return Refused.checks()
                .when(subject.isBlank(), "subject", "request.subject.missing")
                .when(subject.length() > LONGEST_SUBJECT, "subject", "request.long", subject.length(), LONGEST_SUBJECT)
                .when(text.isBlank(), "text", "request.text.missing")
                .when(text.length() > LONGEST_TEXT, "text", "request.long", text.length(), LONGEST_TEXT)
                .when(!knownLanguage, "tongue", "request.tongue.missing");
    }

    /** What a trainer may do next. */
    List<Event> answers() {
        return Arrays.stream(Event.values())
                .filter(event -> event.from == state && event != Event.CLOSE)
                .toList();
    }

    /** A module that is named serves it; a training that is taken on gets a day, and is given. */
    Request answer(Answer answer, LocalDate today) {
        Refused.when(answers().isEmpty(), "request.ended");
        var event = answer.event();
        var known = event != null && answers().contains(event);
        var day = answer.day();
        Refused.checks()
                .when(!known, "event", "request.event.missing")
                .when(answer.said().isBlank(), "said", "request.said.missing")
                .when(
                        answer.said().length() > LONGEST_TEXT,
                        "said",
                        "request.long",
                        answer.said().length(),
                        LONGEST_TEXT)
                .when(event == Event.MATCH && answer.module() == null, "module", "request.module.missing")
                .when(
                        event == Event.SCHEDULE
                                && (day == null || day.isBefore(today) || day.isAfter(today.plusYears(2))),
                        "day",
                        "request.day.range")
                .done();
        return event == null ? this : next(event, answer);
    }

    /** The authority says what came of it. */
    Request close(String feedback) {
        Refused.when(state != State.DELIVERED, "request.not-delivered");
        Refused.checks()
                .when(feedback.isBlank(), "said", "request.feedback.missing")
                .when(feedback.length() > LONGEST_TEXT, "said", "request.long", feedback.length(), LONGEST_TEXT)
                .done();
        return next(Event.CLOSE, new Answer(Event.CLOSE, feedback, null, null));
    }

    private Request next(Event event, Answer answer) {
        return new Request(
                authority,
                id,
                subject,
                text,
                language,
                need,
                rung,
                event.to(),
                answer.module() == null ? module : answer.module(),
                event == Event.SCHEDULE ? answer.day() : day,
                asked,
                askedBy,
                version);
    }

    static Instant moment(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
