package eu.includeu.academy.capacity;

import java.util.Comparator;
import java.util.List;

/**
 * How far an authority is with a need, counted from the levels its people hold by valid evidence (section 6 of the
 * domain guide).
 *
 * @param members how many work there
 * @param holders how many of them hold the level wanted
 * @param staff how many shall hold it
 * @param gap rungs still missing, summed over the places to fill, best people first
 */
public record Coverage(int members, int holders, int staff, int gap) {

    /** From the level of each member; people of whom nothing is known stand at the usual level that was declared. */
    public static Coverage of(Terms terms, List<Integer> held) {
        return of(terms, held, terms.current());
    }

    /** From the level of each person on the need's own list: what they hold counts, whatever is usual (N3). */
    public static Coverage ofListed(Terms terms, List<Integer> held) {
        return of(terms, held, 0);
    }

    private static Coverage of(Terms terms, List<Integer> held, int atLeast) {
        var levels = held.stream()
                .map(level -> Math.max(level, atLeast))
                .sorted(Comparator.reverseOrder())
                .limit(terms.staff())
                .toList();
        var known = levels.stream()
                .mapToInt(level -> Math.max(0, terms.target() - level))
                .sum();
        var nobodyYet = (terms.staff() - levels.size()) * (terms.target() - terms.current());
        var holders =
                (int) held.stream().filter(level -> level >= terms.target()).count();
        return new Coverage(held.size(), holders, terms.staff(), known + nobodyYet);
    }

    /** Places that are filled: {@code ready(n, t)}. */
    public int ready() {
        return Math.min(staff, holders);
    }

    /** Places still to fill. */
    public int missing() {
        return staff - ready();
    }

    /** {@code cov(n, t)}, from 0 to 1. */
    public double share() {
        return Math.min(1.0, (double) holders / staff);
    }

    public boolean full() {
        return holders >= staff;
    }
}
