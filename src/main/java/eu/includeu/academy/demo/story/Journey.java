package eu.includeu.academy.demo.story;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One official's way through a course, as far as it has gone by yesterday.
 *
 * @param language in which it is read
 * @param completed when it was passed
 * @param confirmed when it counted: at once, or when a coordinator confirmed it
 */
public record Journey(
        Person person,
        Course course,
        UUID id,
        String language,
        Instant enrolled,
        List<Reading> readings,
        List<Go> goes,
        List<Verdict> verdicts,
        State state,
        Instant touched,
        int extraAttempts,
        @Nullable Instant completed,
        @Nullable Instant confirmed) {

    /** A lesson that was opened, and perhaps finished. */
    public record Reading(Instant opened, @Nullable Instant done) {}

    /** A go at the quiz: what was given, and what it brought if it was handed in. */
    public record Go(
            UUID id,
            int ordinal,
            int allowed,
            long seed,
            Paper paper,
            Instant opened,
            Map<Integer, Answer> answers,
            List<Instant> saved,
            Attempt.@Nullable Grade grade) {

        public boolean isPassed() {
            return grade != null && grade.passed();
        }
    }

    /** What a coordinator decided on the way. */
    public record Verdict(String verdict, @Nullable String reason, Person by, Instant at) {}

    /** Where it has come to an end, or to a halt. */
    public enum State {
        ENROLLED,
        IN_PROGRESS,
        QUIZ_OPEN,
        LOCKED,
        COMPLETED,
        WITHDRAWN
    }

    public Journey {
        readings = List.copyOf(readings);
        goes = List.copyOf(goes);
        verdicts = List.copyOf(verdicts);
    }

    /** How many lessons are done. */
    public int done() {
        return (int) readings.stream().filter(reading -> reading.done() != null).count();
    }

    /** The share of the points won in the go that was passed. */
    public Fraction score() {
        return goes.stream()
                .filter(Go::isPassed)
                .map(go -> Objects.requireNonNull(go.grade()).share())
                .findFirst()
                .orElse(Fraction.NONE);
    }

    /** The day of a moment, where the programme is run. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.ZONE);
    }

    boolean hasBegunBy(Instant moment) {
        return !enrolled.isAfter(moment);
    }

    /** Whether its certificate was there by this moment. */
    boolean countsBy(Instant moment) {
        return confirmed != null && !confirmed.isAfter(moment);
    }
}
