package eu.includeu.academy.authorities;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import eu.includeu.academy.authorities.AuthorityFigures.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of all figures strangers may see. Everybody who may not see the persons sees this, and nothing else, so that no
 * two pages can be subtracted from each other. Regions are hidden within their country, authorities within their region;
 * the figure of a country is made from the regions that are shown.
 *
 * @param authorities the share of officials with a certificate, for each authority that may be shown
 * @param regions the same for each region, by its NUTS 2 code
 * @param hiddenRegions regions where people learn, but too few to show
 */
public record Disclosed(Map<UUID, Share> authorities, Map<String, Share> regions, Set<String> hiddenRegions) {

    public Disclosed {
        authorities = Map.copyOf(authorities);
        regions = Map.copyOf(regions);
        hiddenRegions = Set.copyOf(hiddenRegions);
    }

    static Disclosed of(List<Standing> standings) {
        var authorities = new HashMap<UUID, Share>();
        standings.stream()
                .collect(groupingBy(Disclosed::place))
                .values()
                .forEach(group -> authorities.putAll(Suppression.shown(byAuthority(group))));

        var all = byRegion(standings);
        var regions = new HashMap<String, Share>();
        all.keySet().stream()
                .collect(groupingBy(Disclosed::countryOf))
                .values()
                .forEach(codes -> regions.putAll(Suppression.shown(part(all, codes))));
        var hidden =
                all.keySet().stream().filter(code -> !regions.containsKey(code)).collect(Collectors.toSet());
        return new Disclosed(authorities, regions, hidden);
    }

    /** Of an authority, or nothing where there are too few people to show. */
    public @Nullable Share authority(UUID id) {
        return authorities.get(id);
    }

    /** How many regions have officials who learn, shown or not. */
    public long taking() {
        return hiddenRegions.size()
                + regions.values().stream().filter(share -> !share.isNobody()).count();
    }

    /** Of a country, made from what is shown. */
    public Share country(String country) {
        return Share.sum(regions.entrySet().stream()
                .filter(region -> countryOf(region.getKey()).equals(country))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static Map<UUID, Share> byAuthority(Collection<Standing> standings) {
        return standings.stream().collect(toMap(Standing::authority, Disclosed::share));
    }

    private static Map<String, Share> byRegion(List<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.region() != null)
                .collect(toMap(
                        standing -> Objects.requireNonNull(standing.region()),
                        Disclosed::share,
                        Share::plus,
                        TreeMap::new));
    }

    private static Map<String, Share> part(Map<String, Share> all, Collection<String> codes) {
        return codes.stream().collect(toMap(code -> code, code -> Objects.requireNonNull(all.get(code))));
    }

    /** Authorities without a region of their own, such as national ones, are a group by country. */
    private static String place(Standing standing) {
        return Objects.requireNonNullElse(standing.region(), Objects.requireNonNullElse(standing.country(), ""));
    }

    private static String countryOf(String region) {
        return region.substring(0, 2);
    }

    private static Share share(Standing standing) {
        return new Share(standing.certified(), standing.officials());
    }
}
