package eu.includeu.academy.pairing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authority that takes part in the exchange: what it is good at, what it wants to learn, and how often it hosts and
 * travels in a year.
 *
 * @param region NUTS code of where it is, or null
 * @param interpreter whether it sees to an interpreter where no language is shared
 * @param hosts how many visits it receives at most
 * @param visits how many it makes at most
 * @param strengths of its staff, by competency; what is not there is nothing
 * @param wants how much its open needs weigh, by competency
 */
public record Peer(
        Authority.Id id,
        @Nullable String country,
        @Nullable String region,
        List<String> languages,
        boolean interpreter,
        @Nullable Integer population,
        int hosts,
        int visits,
        Map<Competency.Id, Strength> strengths,
        Map<Competency.Id, Integer> wants) {

    /**
     * How many of its people hold level 3 or more of a competency.
     *
     * @param practice whether it has published a practice on it
     */
    public record Strength(int holders, int staff, boolean practice) {

        public static final Strength NONE = new Strength(0, 0, false);

        private static final double UNTOLD = 0.6;

        /** From 0 to 1. */
        public double share() {
            return staff == 0 ? 0 : (double) holders / staff;
        }

        /** {@code str(h,c)} of section 7.4 of the domain guide. */
        public double value() {
            return share() * (practice ? 1 : UNTOLD);
        }
    }

    /** Populations from which the next size class begins, as European statistics class cities. */
    private static final int[] CLASSES = {50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000};

    public Peer {
        languages = List.copyOf(languages);
        strengths = Map.copyOf(strengths);
        wants = Map.copyOf(wants);
    }

    public Strength strength(Competency.Id competency) {
        return strengths.getOrDefault(competency, Strength.NONE);
    }

    /** 0 for the smallest, or null where the population is not known. */
    public @Nullable Integer sizeClass() {
        if (population == null) {
            return null;
        }
        var reached = 0;
        for (var from : CLASSES) {
            reached += population >= from ? 1 : 0;
        }
        return reached;
    }
}
