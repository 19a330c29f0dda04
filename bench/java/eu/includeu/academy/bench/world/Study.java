package eu.includeu.academy.bench.world;

import eu.includeu.academy.certificates.Certificate;
import eu.includeu.academy.certificates.CertificateNumber;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Fraction;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one person takes one version: written down step by step, as the application would have kept it. */
final class Study {

    /** What becomes of it. */
    enum Fate {
        /** Whatever chance brings. */
        ANY,
        /** It stands in the middle of its lessons. */
        MIDDLE,
        /** All lessons are done and an attempt at the quiz is open. */
        SITTING
    }

    private static final double TEST = 0.9;
    private static final double WITHDRAWS = 0.05;
    private static final double STALLS = 0.06;
    private static final double GIVES_UP = 0.03;
    private static final double BLANK = 0.02;
    private static final double AGAIN = 0.12;
    private static final byte[] COMMA = {','};

    private final Book book;
    private final Figures figures;
    private final JsonText json;
    private final Body body;
    private final @Nullable UUID reviewer;
    private final long last;
    private final Learner learner;
    private final Course course;
    private final Course.Copy copy;
    private final Luck luck;
    private final UUID id;
    private final long began;
    private final double gain;

    private String state = "enrolled";
    private long day;
    private long touched;
    private int opened;
    private int done;
    private @Nullable Fraction pre;
    private long tested = -1;
    private long measured = -1;
    private @Nullable Fraction post;
    private boolean passed;
    private long counted = -1;

    /**
     * @param reviewer who confirms completions; null where nobody does
     * @param last the last day of the world
     */
    Study(
            Book book,
            Figures figures,
            JsonText json,
            Body body,
            @Nullable UUID reviewer,
            long last,
            Learner learner,
            Course course,
            long day,
            Luck luck) {
        this.book = book;
        this.figures = figures;
        this.json = json;
        this.body = body;
        this.reviewer = reviewer;
        this.last = last;
        this.learner = learner;
        this.course = course;
        this.copy = course.in(learner.language);
        this.luck = luck;
        this.day = day;
        this.began = at(0);
        this.touched = began;
        this.id = luck.id(began);
        this.gain = luck.normal(0.6, 0.3);
    }

    String state() {
        return state;
    }

    long began() {
        return began;
    }

    void happen(Fate fate) {
        learner.taken.add(course.module());
        if (fate == Fate.ANY && !copy.tests().isEmpty() && luck.happens(TEST)) {
            test();
        }
        var until = fate == Fate.MIDDLE
                ? (course.lessons() + 1) / 2
                : fate == Fate.ANY && luck.happens(WITHDRAWS + STALLS)
                        ? luck.below(course.lessons())
                        : course.lessons();
        var completed = -1L;
        if (read(until, fate)) {
            state = "quiz_open";
            completed = sit(fate);
        } else if (fate == Fate.ANY
                && until < course.lessons()
                && done == until
                && luck.happens(WITHDRAWS / (WITHDRAWS + STALLS))) {
            day++;
            if (day <= last) {
                state = "withdrawn";
                touched = at(0);
                figures.add("enrolled", day(touched), -1);
            }
        }
        enrolment(completed);
        if (pre != null) {
            gain();
        }
    }

    /** A moment of that day, in working hours, which are the same day in Rome and in Greenwich. */
    private long at(int earliest) {
        return day * 86_400 + Math.max(earliest, 25_200) + luck.below(28_800);
    }

    private static long day(long second) {
        return second / 86_400;
    }

    /** The test before the first lesson. */
    private void test() {
        var sheet = copy.tests().get(luck.below(copy.tests().size()));
        pre = attempt(sheet, 0, began + 60, learner.ability, false).share();
        tested = touched;
    }

    /** Whether all lessons were done. */
    private boolean read(int until, Fate fate) {
        for (var lesson = 1; lesson <= course.lessons(); lesson++) {
            day += fate == Fate.ANY ? luck.geometric(0.3) + 1 : 1;
            if (day > last) {
                return false;
            }
            var begins = at(0);
            var stops = lesson > until;
            var ends = begins + luck.between(180, 1_800);
            book.lessons
                    .of(body.id())
                    .of(id)
                    .of(lesson)
                    .of(learner.id)
                    .at(begins)
                    .at(stops ? -1 : ends);
            opened++;
            state = "in_progress";
            touched = begins;
            if (stops) {
                return false;
            }
            touched = ends;
            done++;
            figures.add("lessons", day(ends), 1);
            figures.add("lessons." + course.theme(), day(ends), 1);
        }
        return true;
    }

    /** When it was completed, or -1. */
    private long sit(Fate fate) {
        var goes = course.quiz().attempts();
        for (var ordinal = 1; ordinal <= goes; ordinal++) {
            day += fate == Fate.SITTING ? 1 : luck.between(ordinal == 1 ? 1 : 2, 5);
            if (day > last || ordinal > 1 && luck.happens(GIVES_UP)) {
                return -1;
            }
            var sheet = copy.quizzes().get(luck.below(copy.quizzes().size()));
            var grade = attempt(sheet, ordinal, at(0), learner.ability + gain, fate == Fate.SITTING);
            if (fate == Fate.SITTING) {
                return -1;
            }
            measured = measured < 0 ? touched : measured;
            if (post == null || grade.passed() || grade.share().compareTo(post) > 0) {
                post = grade.share();
                passed = grade.passed();
                counted = touched;
            }
            if (grade.passed()) {
                state = "completed";
                complete(grade.share());
                return counted;
            }
        }
        state = "locked";
        return -1;
    }

    private record Grade(Fraction share, boolean passed) {}

    /** @param open whether it is left open after the first answers */
    private Grade attempt(Sheet sheet, int ordinal, long opens, double ability, boolean open) {
        var attempt = luck.id(opens);
        var marks = new ByteArrayOutputStream(4_000);
        var won = Fraction.NONE;
        var saved = opens;
        marks.write('[');
        for (var number = 0; number < sheet.places().size(); number++) {
            var given = give(sheet.places().get(number), sheet.difficulties().get(number), ability);
            saved += luck.between(20, 90);
            if (given.text() != null && (!open || number < 3)) {
                book.answers
                        .of(body.id())
                        .of(attempt)
                        .of(number)
                        .of(learner.id)
                        .of(luck.id(saved))
                        .of(luck.happens(AGAIN) ? 2 : 1)
                        .raw(given.text())
                        .at(saved);
            }
            if (number > 0) {
                marks.writeBytes(COMMA);
            }
            marks.writeBytes(given.mark());
            won = won.plus(given.won());
        }
        marks.write(']');
        touched = saved + 20;
        var share = won.times(Fraction.of(1, sheet.points()));
        var passes = share.isAtLeast(course.quiz().passMark());
        book.attempts
                .of(body.id())
                .of(attempt)
                .of(learner.id)
                .text(course.module())
                .text(course.number())
                .of(1)
                .of(ordinal)
                .of(course.quiz().attempts())
                .text(copy.language())
                .of(sheet.seed())
                .of(sheet.number())
                .text(open ? "open" : "graded")
                .at(opens)
                .at(open ? -1 : touched);
        if (open) {
            book.attempts.none().none().none().none().of(0);
        } else {
            book.attempts
                    .text(share.numerator().toString())
                    .text(share.denominator().toString())
                    .of(passes)
                    .raw(marks.toByteArray())
                    .of(1);
        }
        return new Grade(share, passes);
    }

    /** By the Rasch model with guessing (section 6 of the domain guide). */
    private Sheet.Given give(Sheet.Place place, double difficulty, double ability) {
        if (luck.happens(BLANK)) {
            return place.nothing();
        }
        var chance = place.guess() + (1 - place.guess()) / (1 + Math.exp(difficulty - ability));
        return luck.happens(chance)
                ? place.right()
                : place.wrong().get(luck.below(place.wrong().size()));
    }

    private void enrolment(long completed) {
        book.enrolments
                .of(body.id())
                .of(id)
                .of(learner.id)
                .text(course.module())
                .text(course.number())
                .of(1)
                .text(copy.language())
                .text(state)
                .of(course.lessons())
                .of(done)
                .at(began)
                .at(touched)
                .at(completed)
                .of(opened + done);
        figures.add("enrolled", day(began), 1);
    }

    private void complete(Fraction score) {
        var completed = touched;
        var completion = luck.id(completed);
        var decided = -1L;
        var review = "none";
        if (reviewer != null) {
            day += luck.between(1, 5);
            decided = day <= last && luck.happens(0.95) ? at(0) : -1;
            review = decided < 0 ? "to_review" : "confirmed";
        }
        book.completions
                .of(body.id())
                .of(completion)
                .of(id)
                .of(learner.id)
                .text(course.module())
                .text(course.number())
                .of(1)
                .text(copy.language())
                .text(score.numerator().toString())
                .text(score.denominator().toString())
                .at(completed)
                .text(review)
                .of(decided < 0 ? null : reviewer)
                .at(decided)
                .of(decided < 0 ? 0 : 1);
        if (decided >= 0) {
            book.decisions
                    .of(body.id())
                    .of(luck.id(decided))
                    .of(learner.id)
                    .of(id)
                    .text("confirmed")
                    .of(reviewer)
                    .at(decided);
        }
        if (!review.equals("to_review")) {
            var counts = Math.max(completed, decided);
            figures.add("completed", day(counts), 1);
            learner.earn(course, counts);
            certificate(completion, score, counts);
        }
    }

    private void certificate(UUID completion, Fraction score, long issued) {
        var certificate = luck.id(issued);
        var number = new CertificateNumber(luck.number(), luck.number()).toString();
        var end = Certificate.end(Instant.ofEpochSecond(issued), course.validMonths());
        var until = end == null ? -1 : end.getEpochSecond();
        var contents = new Certificate.Contents(
                learner.name,
                copy.title(),
                course.module(),
                course.number(),
                course.theme(),
                course.rungs(),
                score.percent(),
                course.minutes(),
                copy.language(),
                body.name());
        book.certificates
                .of(body.id())
                .of(certificate)
                .text(number)
                .of(learner.id)
                .of(completion)
                .text(course.module())
                .of(1)
                .text(json.write(contents).asString())
                .at(issued)
                .at(until);
        book.directory.text(number).of(body.id()).of(certificate);
        course.rungs().forEach(rung -> book.evidence
                .of(body.id())
                .of(luck.id(issued))
                .of(learner.id)
                .text(rung.competency().value())
                .of(rung.level())
                .text("certificate")
                .of(certificate)
                .at(issued)
                .at(until));
    }

    private void gain() {
        book.gains
                .of(body.id())
                .of(luck.id(tested))
                .of(learner.id)
                .text(course.module())
                .of(1)
                .text(decimal(pre))
                .at(tested)
                .text(decimal(post))
                .of(passed)
                .at(measured)
                .at(counted);
    }

    private static @Nullable String decimal(@Nullable Fraction share) {
        return share == null
                ? null
                : new BigDecimal(share.numerator())
                        .divide(new BigDecimal(share.denominator()), 12, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
