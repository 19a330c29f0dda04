package eu.includeu.academy.demo.story;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.demo.story.Journey.Go;
import eu.includeu.academy.demo.story.Journey.Reading;
import eu.includeu.academy.demo.story.Journey.State;
import eu.includeu.academy.demo.story.Journey.Verdict;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Paper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets people study: lesson after lesson with working days in between, then the quiz, again after a failure, and then the
 * review where the authority asks for one. Whatever lies after yesterday has not happened yet.
 */
final class Studying {

    /** How somebody sets about a course. */
    enum Mood {
        /** Goes through to the end. */
        STEADY,
        /** May get stuck, or give up. */
        USUAL,
        /** May get stuck, but does not give up what was asked for. */
        ASKED,
        /** Reads the first lesson, opens the second, and no more. */
        HALFWAY
    }

    /** Beyond what people bring, having read the lessons helps. */
    private static final double READ = 0.95;

    private static final double LEARNT_FROM_FAILURE = 0.5;

    private final long seed;
    private final Period period;
    private final Staff staff;
    private final Exam exam;

    Studying(long seed, Period period, Staff staff) {
        this.seed = seed;
        this.period = period;
        this.staff = staff;
        this.exam = new Exam(seed);
    }

    /** A course begun on this day; none when that is not before today. */
    @Nullable
    Journey study(Person person, Course course, LocalDate start, Mood mood) {
        var dice = new Dice(seed, "journey " + person.email() + " " + course.module());
        var id = dice.id();
        var enrolled = period.at(period.workday(start, dice), dice);
        if (!reaches(person, enrolled)) {
            return null;
        }
        var walk = new Walk(person, course, id, enrolled);
        read(walk, mood, dice);
        if (walk.state == State.QUIZ_OPEN) {
            sit(walk, mood, dice);
        }
        if (walk.completed != null) {
            review(walk, walk.completed, dice);
        }
        return walk.journey();
    }

    private void read(Walk walk, Mood mood, Dice dice) {
        var moment = walk.enrolled.plusSeconds(Starting.LONGEST + dice.between(20, 300));
        for (var lesson = 1; lesson <= walk.course.lessons(); lesson++) {
            if (!reaches(walk.person, moment)) {
                return;
            }
            var half = mood == Mood.HALFWAY && lesson == 2;
            var stuck = (mood == Mood.USUAL || mood == Mood.ASKED) && dice.happens(0.2 * (1.15 - walk.person.zeal()));
            if (stuck && dice.happens(0.5)) {
                stop(walk, mood, moment, dice);
                return;
            }
            var minutes = walk.course.original().lesson(lesson).minutes() * (0.5 + dice.share());
            var done = moment.plusSeconds((long) (minutes * 60));
            walk.readings.add(new Reading(moment, half || stuck || !reaches(walk.person, done) ? null : done));
            touch(walk, State.IN_PROGRESS, half || stuck ? moment : done);
            if (half || stuck) {
                stop(walk, mood, moment, dice);
                return;
            }
            moment = next(done, mood == Mood.STEADY ? 0.55 : 0.2 + 0.25 * walk.person.zeal(), dice);
        }
        walk.state = State.QUIZ_OPEN;
    }

    /** Some who get stuck say so and give the course up; most just leave it. */
    private void stop(Walk walk, Mood mood, Instant stopped, Dice dice) {
        var moment = next(stopped.plus(Duration.ofDays(15)), 0.1, dice);
        if (mood == Mood.USUAL && dice.happens(0.3) && reaches(walk.person, moment)) {
            touch(walk, State.WITHDRAWN, moment);
        }
    }

    private void sit(Walk walk, Mood mood, Dice dice) {
        var rule = walk.course.original().quiz();
        var moment = next(walk.touched, 0.6, dice);
        var ability = walk.person.ability() + READ + (mood == Mood.STEADY ? 0.6 : 0);
        for (var ordinal = 1; reaches(walk.person, moment); ordinal++) {
            if (ordinal > rule.attempts() + walk.extraAttempts && !granted(walk, moment, dice)) {
                return;
            }
            var go = go(walk, ordinal, moment, ability + LEARNT_FROM_FAILURE * (ordinal - 1), dice);
            walk.goes.add(go);
            if (go.grade() == null) {
                touch(walk, State.QUIZ_OPEN, go.saved().get(go.saved().size() - 1));
                return;
            }
            var submitted = go.grade().at();
            if (go.isPassed()) {
                walk.completed = submitted;
                touch(walk, State.COMPLETED, submitted);
                return;
            }
            touch(walk, ordinal >= go.allowed() ? State.LOCKED : State.QUIZ_OPEN, submitted);
            moment = next(submitted.plus(Duration.ofHours(rule.waitHours())), 0.4, dice);
        }
    }

    /** Whoever has used all goes may be granted one more, by the coordinator and with a reason. */
    private boolean granted(Walk walk, Instant moment, Dice dice) {
        if (walk.extraAttempts > 0 || !dice.happens(0.5)) {
            return false;
        }
        walk.extraAttempts++;
        walk.verdicts.add(verdict(walk, "reset", "reset", moment.minusSeconds(3600)));
        walk.state = State.QUIZ_OPEN;
        return true;
    }

    /** A go at the quiz; one of yesterday or the day before may still be open. */
    private Go go(Walk walk, int ordinal, Instant opened, double ability, Dice dice) {
        var edition = walk.course.in(walk.language);
        var drawn = dice.number();
        var paper = Exam.draw(edition, drawn);
        var answers = exam.answer(edition, paper, ability, dice);
        var pause = dice.between(25, 110);
        var submitted = opened.plusSeconds((long) pause * (paper.size() + 1));
        var open = !reaches(walk.person, submitted)
                || period.today().minusDays(4).isBefore(Journey.day(opened)) && dice.happens(0.4);
        var given = open ? firstHalf(paper, answers) : answers;
        var saved = new ArrayList<Instant>();
        for (var number = 0; number < paper.size(); number++) {
            saved.add(opened.plusSeconds((long) pause * (number + 1)));
        }
        return new Go(
                dice.id(),
                ordinal,
                walk.course.original().quiz().attempts() + walk.extraAttempts,
                drawn,
                paper,
                opened,
                given,
                open ? List.copyOf(saved.subList(0, Math.max(1, paper.size() / 2))) : List.copyOf(saved),
                open ? null : grade(walk, paper, given, submitted));
    }

    private static Attempt.Grade grade(Walk walk, Paper paper, Map<Integer, Answer> given, Instant at) {
        var score = paper.score(given);
        var passed = score.passes(walk.course.original().quiz().passMark());
        return new Attempt.Grade(score.share(), passed, paper.mark(given), at);
    }

    private static Map<Integer, Answer> firstHalf(Paper paper, Map<Integer, Answer> answers) {
        var half = new java.util.TreeMap<>(answers);
        half.tailMap(Math.max(1, paper.size() / 2), true).clear();
        return half;
    }

    /** Coordinators are a week behind, so that something waits for them. */
    private boolean isDecided(Instant moment) {
        return Journey.day(moment).isBefore(period.today().minusDays(8));
    }

    private void review(Walk walk, Instant submitted, Dice dice) {
        if (!walk.person.body().authority().reviewRequired()) {
            walk.confirmed = submitted;
            return;
        }
        var decided = next(submitted.plus(Duration.ofHours(20)), 0.4, dice);
        if (dice.happens(0.14) && isDecided(decided)) {
            walk.verdicts.add(verdict(walk, "returned", "returned", decided));
            var again = next(decided.plus(Duration.ofHours(20)), 0.3, dice);
            if (dice.happens(0.4) || !reaches(walk.person, again)) {
                return;
            }
            walk.verdicts.add(new Verdict("resubmitted", null, walk.person, again));
            decided = next(again.plus(Duration.ofHours(20)), 0.4, dice);
        }
        if (isDecided(decided)) {
            walk.verdicts.add(verdict(walk, "confirmed", null, decided));
            walk.confirmed = decided;
        }
    }

    private Verdict verdict(Walk walk, String verdict, @Nullable String reason, Instant at) {
        var coordinator = staff.coordinator(walk.person.body().key());
        return new Verdict(
                verdict, reason == null ? null : Lists.reason(reason, coordinator.language()), coordinator, at);
    }

    /** A moment on a later day; the likelier each day, the sooner. */
    private Instant next(Instant after, double likely, Dice dice) {
        var day = period.workday(Journey.day(after).plusDays(1L + dice.geometric(likely)), dice);
        return period.at(day, dice);
    }

    private boolean reaches(Person person, Instant moment) {
        return period.has(moment)
                && (person.left() == null || Journey.day(moment).isBefore(Objects.requireNonNull(person.left())));
    }

    private static void touch(Walk walk, State state, Instant moment) {
        walk.state = state;
        walk.touched = moment;
    }
}
