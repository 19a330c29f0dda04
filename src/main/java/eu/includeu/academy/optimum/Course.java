package eu.includeu.academy.optimum;

/**
 * Something people can take: how long one seat lasts and, where somebody leads it, what one run costs and how many it
 * seats.
 *
 * @param id by which ties are broken
 * @param minutes of one person
 * @param fixed what one run costs whoever comes, in cents: {@code f_m}; 0 where nobody leads it
 * @param seats of one run: {@code cap_m}; 0 where there is no limit
 */
public record Course(String id, int minutes, long fixed, int seats) {

    public Course {
        if (minutes < 1 || fixed < 0 || seats < 0 || (seats == 0 && fixed > 0)) {
            throw new IllegalArgumentException("A course takes time, and a run that costs has seats: " + id);
        }
    }

    /** One that everybody takes alone, at any time. */
    public static Course alone(String id, int minutes) {
        return new Course(id, minutes, 0, 0);
    }

    /** Whether it is given in runs that several share. */
    public boolean facilitated() {
        return seats > 0;
    }

    /** How many runs so many people need. */
    public int runs(int people) {
        return facilitated() ? (people + seats - 1) / seats : 0;
    }

    /** The least that one seat adds to the runs, in cents: a run whose seats are all taken. */
    double share() {
        return facilitated() ? (double) fixed / seats : 0;
    }
}
