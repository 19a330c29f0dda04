package eu.includeu.academy.optimum;

import java.util.Map;
import java.util.TreeMap;

/**
 * What would be done instead, if one course were not to be had: for each item of a plan the next best way to the same
 * steps, and what that would cost more. What is said of it is computed, not guessed: the call is solved again without the
 * course, and the whole is priced again.
 */
public final class Alternatives {

    private final Search search;

    public Alternatives(Search search) {
        this.search = search;
    }

    /**
     * The next best.
     *
     * @param instead seats that would be taken more than now, by course
     * @param cents what the whole would cost more; negative where an answer that is not proved best can be undercut
     * @param minutes what all people together would spend more; negative if less
     * @param left places that would be left open besides
     */
    public record NextBest(Map<String, Integer> instead, long cents, long minutes, int left) {}

    public NextBest without(Puzzle puzzle, Answer answer, Call call, String course) {
        var courses = puzzle.byId();
        var other = search.price(call.without(course), puzzle, courses, Course::share)
                .answer()
                .of(call.id());
        var changed = answer.with(call.id(), other);
        var before = answer.price(puzzle);
        var after = changed.price(puzzle);
        var instead = new TreeMap<String, Integer>();
        other.forEach((id, seats) -> {
            var more = seats - answer.of(call.id()).getOrDefault(id, 0);
            if (more > 0) {
                instead.put(id, more);
            }
        });
        return new NextBest(
                instead,
                after.paid() - before.paid(),
                after.minutes() - before.minutes(),
                after.open() - before.open());
    }
}
