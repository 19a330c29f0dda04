package eu.includeu.academy.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Makes an answer cheaper by small changes, until none helps: first what is not needed is dropped, dearest first; then
 * one course is exchanged for two others and two for one (section 7.2 of the domain guide; local search for set cover as
 * in Jacobs and Brusco 1995). A change is made only if the whole becomes cheaper, so it ends.
 */
final class Swaps {

    private static final int ROUNDS = 20;

    private final Seating seating;

    private Swaps(Puzzle puzzle, Answer answer) {
        this.seating = new Seating(puzzle, answer);
    }

    static Answer improve(Puzzle puzzle, Answer answer) {
        var swaps = new Swaps(puzzle, answer);
        swaps.drop();
        for (var round = 0; round < ROUNDS && swaps.swap(); round++) {
            swaps.drop();
        }
        return swaps.seating.answer();
    }

    /** A seat that somebody has and nobody needs. */
    private record Held(int call, int choice, double price) {}

    private void drop() {
        var held = new ArrayList<Held>();
        for (var call = 0; call < seating.calls(); call++) {
            for (var choice = 0; choice < seating.row(call).length; choice++) {
                if (seating.taken(call, choice) > 0) {
                    var course = seating.course(call, choice);
                    held.add(new Held(call, choice, course.minutes() + course.share()));
                }
            }
        }
        held.sort(Comparator.comparingDouble(Held::price)
                .reversed()
                .thenComparingInt(Held::call)
                .thenComparingInt(Held::choice));
        for (var seat : held) {
            for (var fewer = seating.taken(seat.call(), seat.choice()); fewer > 0; fewer /= 2) {
                var row = seating.row(seat.call());
                while (row[seat.choice()] >= fewer && take(seat.call(), seat.choice(), fewer, row)) {
                    row = seating.row(seat.call());
                }
            }
        }
    }

    private boolean take(int call, int choice, int people, int[] row) {
        row[choice] -= people;
        return accept(call, row);
    }

    private boolean swap() {
        var better = false;
        for (var call = 0; call < seating.calls(); call++) {
            better |= oneForTwo(call);
            better |= twoForOne(call);
        }
        return better;
    }

    private boolean oneForTwo(int call) {
        var better = false;
        var choices = seating.row(call).length;
        for (var out = 0; out < choices; out++) {
            for (var one = 0; one < choices && seating.taken(call, out) > 0; one++) {
                for (var other = one; other < choices && seating.taken(call, out) > 0; other++) {
                    better |= one != out && other != out && exchange(call, List.of(out), List.of(one, other));
                }
            }
        }
        return better;
    }

    private boolean twoForOne(int call) {
        var better = false;
        var choices = seating.row(call).length;
        for (var one = 0; one < choices; one++) {
            for (var other = one; other < choices; other++) {
                for (var in = 0; in < choices && taken(call, one, other); in++) {
                    better |= in != one && in != other && exchange(call, List.of(one, other), List.of(in));
                }
            }
        }
        return better;
    }

    private boolean taken(int call, int one, int other) {
        return seating.taken(call, one) > 0 && seating.taken(call, other) > 0;
    }

    /** Whoever sits in these sits in those instead. */
    private boolean exchange(int call, List<Integer> out, List<Integer> in) {
        var row = seating.row(call);
        var people = 0;
        for (var choice : out) {
            people = Math.max(people, row[choice]);
            row[choice] = 0;
        }
        for (var choice : Set.copyOf(in)) {
            row[choice] = Math.min(seating.call(call).people(), row[choice] + people);
        }
        return accept(call, row);
    }

    private boolean accept(int call, int[] row) {
        if (seating.difference(call, row) < 0 && seating.allows(call, row)) {
            seating.set(call, row);
            return true;
        }
        return false;
    }
}
