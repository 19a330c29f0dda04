package eu.includeu.academy.reporting;

import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.needs.NeedCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator sees in one look: which needs come first, how far the officials are, where it stands, by region, by
 * week and by authority.
 *
 * @param edition differs whenever it is counted anew
 * @param name of the one authority it is about, or nothing for several
 * @param needs those with the least time for their gap
 * @param bodies every authority at and below the coordinator's, by name
 */
public record Overview(
        UUID edition,
        String name,
        int authorities,
        int countries,
        List<NeedCard> needs,
        Facts facts,
        Regions regions,
        List<Rank> furthest,
        List<Series> weeks,
        long mostInAWeek,
        List<Heat> heat,
        List<Country> heatCountries,
        List<Body> bodies) {

    /**
     * The four figures.
     *
     * @param pointsUp how many points the share has risen in three months
     * @param days the usual time to finish a module; null while nobody has
     * @param daysFaster how many days less than in the three months before
     */
    public record Facts(
            long open,
            long closed,
            long all,
            Share certified,
            int pointsUp,
            long learning,
            long enrolled,
            @Nullable Long days,
            long daysFaster) {}

    /**
     * What is known of regions; it is drawn when a page is made.
     *
     * @param shares of each region with an authority of the desk, by its code
     * @param countries of each country with an authority of the desk
     * @param whole countries of which a body for all of the country is below the desk
     */
    public record Regions(Map<String, Share> shares, Map<String, Share> countries, Set<String> whole) {

        RegionMap.Region region(String code) {
            var share = shares.get(code);
            if (share != null) {
                return RegionMap.Region.of(share, "/authorities?region=" + code);
            }
            return whole.contains(code.substring(0, 2))
                    ? RegionMap.Region.of(Share.NOBODY, null)
                    : RegionMap.Region.OUT;
        }

        Share country(String code) {
            return countries.getOrDefault(code, Share.NOBODY);
        }
    }

    /** A country, by its code and its name for the reader. */
    public record Country(String code, String name) {}

    /** A bar under others: a region or an authority, and how far it is. */
    public record Rank(String name, String place, String href, Share share) {}

    /**
     * Lessons finished by week in one theme, drawn.
     *
     * @param line the line of the drawing, and {@code area} the surface under it
     * @param y where the line ends
     */
    public record Series(String theme, List<Week> weeks, String line, String area, double y) {

        public long first() {
            return weeks.get(0).lessons();
        }

        public long last() {
            return weeks.get(weeks.size() - 1).lessons();
        }
    }

    /** How many lessons were finished in the week that begins on this Monday. */
    public record Week(LocalDate monday, long lessons) {}

    /** How many needs of a theme each country has declared. */
    public record Heat(String theme, List<Count> counts) {

        /** A count with its class of colour. */
        public record Count(long count, int q) {}
    }

    /**
     * An authority in a table.
     *
     * @param place its region and country
     * @param changed the day on which anything was last learned there, or null
     */
    public record Body(
            UUID id,
            String name,
            String country,
            String region,
            String place,
            Share certified,
            long learning,
            long openNeeds,
            @Nullable LocalDate changed) {

        public boolean isOnCourse(int target) {
            return !certified.isNobody() && certified.percent() >= target;
        }
    }

    /** The message that says what matters most; for a reader who sees nothing else. */
    public String finding() {
        if (!needs.isEmpty()) {
            return "overview.finding." + needs.size();
        }
        return facts.all() == 0 ? "overview.finding.none" : "overview.finding.quiet";
    }

    /** Whether the figures are of more than one authority. */
    public boolean isOfMany() {
        return authorities > 1;
    }
}
