package eu.includeu.academy.demo;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One official's way through a course, as far as it has gone by yesterday. */
final class Journey {

    /** A lesson that was opened, and perhaps finished. */
    record Reading(Instant opened, @Nullable Instant done) {}

    /** A go at the quiz: what was given, and what it brought if it was handed in. */
    record Go(
            UUID id,
            int ordinal,
            int allowed,
            long seed,
            Paper paper,
            Instant opened,
            Map<Integer, Answer> answers,
            List<Instant> saved,
            Attempt.@Nullable Grade grade) {

        boolean isPassed() {
            return grade != null && grade.passed();
        }
    }

    /** What a coordinator decided on the way. */
    record Verdict(String verdict, @Nullable String reason, Person by, Instant at) {}

    /** Where it has come to an end, or to a halt. */
    enum State {
        ENROLLED,
        IN_PROGRESS,
        QUIZ_OPEN,
        LOCKED,
        COMPLETED,
        WITHDRAWN
    }

    final Person person;
    final Course course;
    final String language;
    final UUID id;
    final Instant enrolled;
    final List<Reading> readings = new ArrayList<>();
    final List<Go> goes = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    State state = State.ENROLLED;
    Instant touched;
    int extraAttempts;

    /** When it was passed. */
    @Nullable
    Instant completed;

    /** When it counted: at once, or when a coordinator confirmed it. */
    @Nullable
    Instant confirmed;

    Journey(Person person, Course course, UUID id, Instant enrolled) {
        this.person = person;
        this.course = course;
        this.language = course.in(person.language()).language();
        this.id = id;
        this.enrolled = enrolled;
        this.touched = enrolled;
    }

    int done() {
        return (int) readings.stream().filter(reading -> reading.done() != null).count();
    }

    boolean isOpen() {
        return state != State.COMPLETED && state != State.WITHDRAWN;
    }

    boolean hasBegunBy(Instant moment) {
        return !enrolled.isAfter(moment);
    }

    /** Whether its certificate was there by this moment. */
    boolean countsBy(Instant moment) {
        return confirmed != null && !confirmed.isAfter(moment);
    }

    /** The share of the points won in the go that was passed. */
    Fraction score() {
        return goes.stream()
                .filter(Go::isPassed)
                .map(go -> java.util.Objects.requireNonNull(go.grade()).share())
                .findFirst()
                .orElse(Fraction.NONE);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.ZONE);
    }
}
