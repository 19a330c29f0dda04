package eu.includeu.academy.matching;

import eu.includeu.academy.authorities.Authority;
import java.util.Map;

/**
 * How fast each of some authorities learns.
 *
 * @param usual for an authority of which nothing is known
 */
public record Paces(Weights usual, Map<Authority.Id, Pace> known) {

    public Paces {
        known = Map.copyOf(known);
    }

    /** As the configuration has it, for everybody. */
    public static Paces of(Weights usual) {
        return new Paces(usual, Map.of());
    }

    public Pace of(Authority.Id authority) {
        return known.getOrDefault(authority, new Pace(usual.hoursAWeek(), 0));
    }

    /** How many days a person of this authority needs for so many minutes. */
    public int days(Authority.Id authority, int minutes) {
        return usual.at(of(authority)).days(minutes);
    }
}
