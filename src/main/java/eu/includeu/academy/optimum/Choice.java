package eu.includeu.academy.optimum;

import java.util.List;

/**
 * A course as one call may use it: it covers the steps from one height of the ladder to another, and asks that some
 * conditions are met before. A choice that covers nothing helps to meet the conditions of others.
 *
 * @param from the height above which it begins to cover, from 0
 * @param to the last height it covers; equal to {@code from} if it covers nothing
 */
public record Choice(String course, int from, int to, List<Condition> conditions) {

    /**
     * What must be held before: as many may sit as hold it already, and as many as are given it on the way,
     * {@code y[m,n] <= held[p,n] + sum of y[m',n] over the m' that teach p} of section 7.2 of the domain guide.
     *
     * @param held how many of the call's people hold it
     * @param givers the courses that teach it
     */
    public record Condition(int held, List<String> givers) {

        public Condition {
            givers = givers.stream().distinct().sorted().toList();
        }
    }

    public Choice {
        conditions = List.copyOf(conditions);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A choice leads upwards: " + course);
        }
    }

    public static Choice of(String course, int from, int to, Condition... conditions) {
        return new Choice(course, from, to, List.of(conditions));
    }

    public boolean covers(int step) {
        return from <= step && step < to;
    }
}
