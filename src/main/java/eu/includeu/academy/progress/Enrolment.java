package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An official's taking of a version: which lessons were opened and done, and what comes next. Progress only grows: the same
 * steps in any order, once or often, lead to the same state.
 *
 * @param subject the version that is taken
 * @param theme the key of its theme
 * @param language in which it is read; changing it keeps all progress
 * @param lessons how far each lesson is, in their order
 * @param touched when the official last did something in it
 * @param extraAttempts goes at the quiz that were granted on top of those that the module allows
 */
public record Enrolment(
        Authority.Id authority,
        Id id,
        Account.Id official,
        VersionId subject,
        String theme,
        String language,
        State state,
        List<Stage> lessons,
        Instant enrolled,
        Instant touched,
        @Nullable Instant completed,
        int extraAttempts,
        int version) {

    /** Two steps so close together are one visit. */
    private static final Duration MOMENT = Duration.ofMinutes(5);

    private static final UUID NOBODY = new UUID(0, 0);

    /** Which enrolment. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where an enrolment stands. */
    public enum State {
        ENROLLED,
        IN_PROGRESS,
        QUIZ_OPEN,
        LOCKED,
        COMPLETED,
        WITHDRAWN;

        /** Those that are still under way; an official has at most one of these in a module. */
        public static final Set<State> OPEN = EnumSet.of(ENROLLED, IN_PROGRESS, QUIZ_OPEN, LOCKED);

        public boolean isOpen() {
            return OPEN.contains(this);
        }
    }

    /** How far a lesson is; a later stage is never followed by an earlier one. */
    public enum Stage {
        EMPTY,
        OPENED,
        DONE;

        Stage atLeast(Stage other) {
            return compareTo(other) >= 0 ? this : other;
        }

        /** How a strip of tiles draws it. */
        public String tile() {
            return switch (this) {
                case EMPTY -> "empty";
                case OPENED -> "half";
                case DONE -> "full";
            };
        }
    }

    public Enrolment {
        lessons = List.copyOf(lessons);
    }

    /** As far as this one, and nobody's: for a page that many see alike. */
    public Enrolment ofNobody(Id other) {
        return new Enrolment(
                new Authority.Id(NOBODY),
                other,
                new Account.Id(NOBODY),
                subject,
                theme,
                language,
                state,
                lessons,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0,
                0);
    }

    /** Whether opening this lesson would change nothing worth a note: it was opened, and something was a moment ago. */
    boolean isOpen(int lesson, Instant now) {
        return state != State.ENROLLED
                && state != State.WITHDRAWN
                && lesson > 0
                && lesson <= lessons.size()
                && lessons.get(lesson - 1) != Stage.EMPTY
                && touched.isAfter(now.minus(MOMENT));
    }

    /** Opens a lesson to read it. */
    public Enrolment open(int lesson, Instant now) {
        Refused.when(state == State.WITHDRAWN, "enrolment.withdrawn");
        return reach(lesson, Stage.OPENED, now);
    }

    /** Marks a lesson as done, also one that was never seen to be opened: events come in any order. */
    public Enrolment finish(int lesson, Instant now) {
        Refused.when(state == State.WITHDRAWN, "enrolment.withdrawn");
        return reach(lesson, Stage.DONE, now);
    }

    /** The quiz was passed. */
    public Enrolment pass(Instant now) {
        Refused.when(state != State.QUIZ_OPEN, "enrolment.quiz-not-open");
        return with(State.COMPLETED, lessons, now, now, extraAttempts);
    }

    /** All goes at the quiz are used. */
    public Enrolment lock(Instant now) {
        Refused.when(state != State.QUIZ_OPEN, "enrolment.quiz-not-open");
        return with(State.LOCKED, lessons, now, null, extraAttempts);
    }

    /** A coordinator grants one more go. */
    public Enrolment reset(Instant now) {
        Refused.when(state != State.LOCKED, "enrolment.not-locked");
        return with(State.QUIZ_OPEN, lessons, now, null, extraAttempts + 1);
    }

    /** The official gives it up. What was learned stays on record. */
    public Enrolment withdraw(Instant now) {
        Refused.when(state == State.COMPLETED, "enrolment.completed");
        Refused.when(state == State.WITHDRAWN, "enrolment.withdrawn");
        return with(State.WITHDRAWN, lessons, now, null, extraAttempts);
    }

    /** Goes on in another language; the lessons that are done stay done. */
    public Enrolment readIn(String other) {
        Refused.when(state == State.WITHDRAWN, "enrolment.withdrawn");
        return new Enrolment(
                authority,
                id,
                official,
                subject,
                theme,
                other,
                state,
                lessons,
                enrolled,
                touched,
                completed,
                extraAttempts,
                version);
    }

    /** Refuses unless the quiz can be sat now, and says why. */
    public Enrolment sit() {
        Refused.when(state == State.WITHDRAWN, "enrolment.withdrawn");
        Refused.when(state == State.COMPLETED, "enrolment.completed");
        Refused.when(state == State.LOCKED, "enrolment.locked");
        Refused.when(state != State.QUIZ_OPEN, "enrolment.lessons-left", lessons.size() - done());
        return this;
    }

    /** Refuses unless the test before the first lesson can still be taken. */
    public Enrolment begin() {
        Refused.when(state != State.ENROLLED, "enrolment.pretest-late");
        return this;
    }

    public int done() {
        return (int) lessons.stream().filter(Stage.DONE::equals).count();
    }

    public int left() {
        return lessons.size() - done();
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isDone(int lesson) {
        return lessons.get(lesson - 1) == Stage.DONE;
    }

    /** The first lesson that is not done, or the last one when all are. */
    public int next() {
        return IntStream.rangeClosed(1, lessons.size())
                .filter(lesson -> !isDone(lesson))
                .findFirst()
                .orElse(lessons.size());
    }

    /** One word a lesson for the strip of tiles. */
    public List<String> strip() {
        return lessons.stream().map(Stage::tile).toList();
    }

    /** The state in which an enrolment begins that takes over lessons from one that was given up. */
    static State begun(List<Stage> lessons) {
        if (lessons.stream().allMatch(Stage.DONE::equals)) {
            return State.QUIZ_OPEN;
        }
        return lessons.stream().allMatch(Stage.EMPTY::equals) ? State.ENROLLED : State.IN_PROGRESS;
    }

    private Enrolment reach(int lesson, Stage stage, Instant now) {
        if (lesson < 1 || lesson > lessons.size()) {
            throw new Missing(id + " lesson " + lesson);
        }
        var further = new ArrayList<>(lessons);
        further.set(lesson - 1, lessons.get(lesson - 1).atLeast(stage));
        var learning = state == State.ENROLLED || state == State.IN_PROGRESS;
        return with(learning ? begun(further) : state, further, now, completed, extraAttempts);
    }

    private Enrolment with(State next, List<Stage> stages, Instant now, @Nullable Instant finished, int extra) {
        return new Enrolment(
                authority, id, official, subject, theme, language, next, stages, enrolled, now, finished, extra,
                version);
    }
}
