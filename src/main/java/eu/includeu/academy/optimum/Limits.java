package eu.includeu.academy.optimum;

import java.time.Duration;

/**
 * How much a search may do.
 *
 * @param part how long one part may be worked on
 * @param houses so many houses that share runs are still solved whole; more are solved by prices of seats
 * @param rounds how often these prices are adjusted
 */
public record Limits(Duration part, int houses, int rounds) {

    /** As section 7.2 of the domain guide has it: the whole model for up to about 60 authorities. */
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(20), 60, 12);
}
