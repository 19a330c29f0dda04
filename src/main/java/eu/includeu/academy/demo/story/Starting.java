package eu.includeu.academy.demo.story;

import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.demo.story.Journey.Go;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/** Lets people take the test before their first lesson, with what they bring and have not yet read. */
public final class Starting {

    /** How many of those who begin take the test first. */
    private static final double TAKEN = 0.62;

    /** What nobody has read yet is harder than the lessons will make it. */
    private static final double UNREAD = -0.55;

    /** Within so many seconds of enrolling it is handed in; the first lesson is opened after that. */
    static final int LONGEST = 900;

    private static final int BEFORE = 0;

    private final long seed;
    private final Exam exam;

    public Starting(long seed) {
        this.seed = seed;
        this.exam = new Exam(seed);
    }

    /** The test that somebody handed in between enrolling and the first lesson; most do. */
    public Optional<Go> test(Journey journey) {
        var dice = new Dice(seed, "before " + journey.id());
        var edition = journey.course().in(journey.language());
        var items = edition.itemsFor(Item.Use.PRE);
        if (items.isEmpty() || !dice.happens(TAKEN)) {
            return Optional.empty();
        }
        var drawn = dice.number();
        var paper = Paper.draw(items, Objects.requireNonNullElse(edition.quiz().draw(), items.size()), drawn);
        var given = exam.answer(edition, paper, journey.person().ability() + UNREAD, dice);
        var opened = journey.enrolled().plusSeconds(15);
        var pause = Math.min(dice.between(20, 50), (LONGEST - 60) / (paper.size() + 1));
        var saved = new ArrayList<Instant>();
        for (var number = 0; number < paper.size(); number++) {
            saved.add(opened.plusSeconds((number + 1L) * pause));
        }
        var score = paper.score(given);
        return Optional.of(new Go(
                dice.id(),
                BEFORE,
                edition.quiz().attempts(),
                drawn,
                paper,
                opened,
                given,
                saved,
                new Attempt.Grade(
                        score.share(),
                        score.passes(edition.quiz().passMark()),
                        paper.mark(given),
                        opened.plusSeconds((paper.size() + 1L) * pause))));
    }
}
