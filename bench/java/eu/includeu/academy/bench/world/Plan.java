package eu.includeu.academy.bench.world;

import eu.includeu.academy.bench.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What the whole world has in common, and what each house of it looks up.
 *
 * @param last its last day: yesterday
 * @param password of everybody, as it is stored
 */
record Plan(Size size, long seed, LocalDate today, List<Body> bodies, People people, Library library, String password) {

    /** How long a year of learning goes back. */
    static final int YEAR = 365;

    long last() {
        return today.toEpochDay() - 1;
    }

    /** How many of all enrolments fall to the people of this body. */
    int enrolments(Body body) {
        var before = (long) size.enrolments() * body.first() / size.officials();
        return (int) ((long) size.enrolments() * (body.first() + body.staff()) / size.officials() - before);
    }
}
