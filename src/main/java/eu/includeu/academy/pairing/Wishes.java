package eu.includeu.academy.pairing;

import eu.includeu.academy.authorities.Authority;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Whom authorities would rather visit and rather receive. Those named come first, in the order in which they are named;
 * all others follow by what the visit is worth, the best first.
 *
 * @param hosts whom each would visit
 * @param guests whom each would receive
 */
public record Wishes(Map<Authority.Id, List<Authority.Id>> hosts, Map<Authority.Id, List<Authority.Id>> guests) {

    public static final Wishes NONE = new Wishes(Map.of(), Map.of());

    /** Of one guest's possible visits, the dearest first. */
    public Comparator<Pair> ofGuests() {
        return Comparator.<Pair>comparingInt(pair -> place(hosts, pair.guest(), pair.host()))
                .thenComparingDouble(pair -> -pair.value())
                .thenComparing(Pair.ORDER);
    }

    /** Of one host's possible visits, the dearest first. */
    public Comparator<Pair> ofHosts() {
        return Comparator.<Pair>comparingInt(pair -> place(guests, pair.host(), pair.guest()))
                .thenComparingDouble(pair -> -pair.value())
                .thenComparing(Pair.ORDER);
    }

    private static int place(Map<Authority.Id, List<Authority.Id>> named, Authority.Id whose, Authority.Id whom) {
        var at = named.getOrDefault(whose, List.of()).indexOf(whom);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
