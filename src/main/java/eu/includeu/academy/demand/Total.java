package eu.includeu.academy.demand;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many places on a rung authorities of a region want to fill in a language, for one reason why no plan can fill them;
 * section 7.3 of the domain guide.
 *
 * @param reason null for places that can be filled
 * @param region NUTS 2 code or as much of it as is known; empty where the asker is shown all regions together
 * @param weight the sum of the needs' weights over the places
 */
public record Total(
        Rung rung,
        @Nullable Shortfall reason,
        String language,
        String region,
        long authorities,
        long officials,
        long weight,
        @Nullable LocalDate earliest) {

    private static final int COUNTRY = 2;

    public String country() {
        return region.substring(0, Math.min(COUNTRY, region.length()));
    }
}
