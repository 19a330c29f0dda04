package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.progress.Enrolment.Stage;
import eu.includeu.academy.progress.Enrolment.State;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Enrolments and completions to start from. */
final class Examples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final VersionId SUBJECT = new VersionId("housing-allocation", "1.2.0");
    static final Account.Id OFFICIAL = new Account.Id(UUID.fromString("00000000-0000-0000-0000-00000000000a"));
    static final Account.Id COORDINATOR = new Account.Id(UUID.fromString("00000000-0000-0000-0000-00000000000c"));
    static final Authority.Id TOWN = new Authority.Id(UUID.fromString("00000000-0000-0000-0000-0000000000ff"));

    private Examples() {}

    static Enrolment enrolment(int lessons) {
        return enrolment(State.ENROLLED, Collections.nCopies(lessons, Stage.EMPTY));
    }

    /** An enrolment in a state, with lessons as they must be there. */
    static Enrolment in(State state) {
        return switch (state) {
            case ENROLLED -> enrolment(3);
            case IN_PROGRESS -> enrolment(state, List.of(Stage.DONE, Stage.OPENED, Stage.EMPTY));
            case WITHDRAWN -> enrolment(state, List.of(Stage.DONE, Stage.EMPTY, Stage.EMPTY));
            case QUIZ_OPEN, LOCKED, COMPLETED -> enrolment(state, List.of(Stage.DONE, Stage.DONE, Stage.DONE));
        };
    }

    static Enrolment enrolment(State state, List<Stage> lessons) {
        return enrolment(SUBJECT, state, lessons, 0);
    }

    static Enrolment enrolment(VersionId subject, State state, List<Stage> lessons, int extra) {
        return new Enrolment(
                TOWN,
                new Enrolment.Id(UUID.randomUUID()),
                OFFICIAL,
                subject,
                "housing",
                "en",
                state,
                lessons,
                NOON,
                NOON,
                state == State.COMPLETED ? NOON : null,
                extra,
                0);
    }

    static Completion completion(Completion.Review review) {
        return new Completion(
                TOWN,
                new Completion.Id(UUID.randomUUID()),
                new Enrolment.Id(UUID.randomUUID()),
                OFFICIAL,
                SUBJECT,
                "en",
                Fraction.of(8, 10),
                NOON,
                review,
                null,
                null,
                null,
                0);
    }
}
