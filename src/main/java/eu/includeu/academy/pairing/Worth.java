package eu.includeu.academy.pairing;

import eu.includeu.academy.competencies.Competency;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit of one authority to another is worth, by section 7.4 of the domain guide:
 *
 * <pre>
 * v(g,h) = sum_c w_gc * max(0, str(h,c) - str(g,c)) * L(g,h) * D(g,h) * S(g,h) * N(g,h)
 * L = 1 common working language, 0.6 interpreter agreed, 0 none      D = 0.5 + 0.5*exp(-km/800)
 * S = 1 same size class, 0.85 next, 0.7 else
 * N = 1 - 0.5*(visits g-h in 3 years > 0) - 0.1*(other visits of g to that country, at most 3)
 * </pre>
 *
 * <p>Where a population is not known, the size class counts as the next; where a place is not known, it counts as far.
 *
 * @param topics what the host could show, the most telling first
 * @param shared the first working language both have, or null
 * @param kilometres between the two, or null where a place is not known
 */
public record Worth(
        List<Topic> topics,
        @Nullable String shared,
        double language,
        @Nullable Integer kilometres,
        double distance,
        double size,
        double novelty) {

    /**
     * A competency in which the host is stronger.
     *
     * @param weight of the guest's need
     */
    public record Topic(Competency.Id competency, int weight, Peer.Strength host, Peer.Strength guest) {

        public double value() {
            return weight * Math.max(0, host.value() - guest.value());
        }
    }

    /**
     * What the guest has seen already, in the last three years.
     *
     * @param same visits to this host
     * @param country visits to others of its country
     */
    public record Seen(int same, int country) {

        public static final Seen NOTHING = new Seen(0, 0);
    }

    private static final double INTERPRETED = 0.6;
    private static final double REACH = 800;
    private static final double NEXT_SIZE = 0.85;
    private static final double OTHER_SIZE = 0.7;
    private static final double SEEN_IT = 0.5;
    private static final double SEEN_COUNTRY = 0.1;
    private static final int MOST_SEEN = 3;

    private static final Comparator<Topic> TELLING =
            Comparator.comparingDouble((Topic topic) -> -topic.value()).thenComparing(Topic::competency);

    public Worth {
        topics = List.copyOf(topics);
    }

    public static Worth of(Peer guest, Peer host, Seen seen) {
        var shared = guest.languages().stream()
                .filter(host.languages()::contains)
                .findFirst()
                .orElse(null);
        var kilometres = kilometres(guest, host);
        return new Worth(
                topics(guest, host),
                shared,
                shared != null ? 1 : guest.interpreter() || host.interpreter() ? INTERPRETED : 0,
                kilometres,
                kilometres == null ? 0.5 : 0.5 + 0.5 * Math.exp(-kilometres / REACH),
                size(guest.sizeClass(), host.sizeClass()),
                1 - (seen.same() > 0 ? SEEN_IT : 0) - SEEN_COUNTRY * Math.min(MOST_SEEN, seen.country()));
    }

    public double value() {
        return topics.stream().mapToDouble(Topic::value).sum() * language * distance * size * novelty;
    }

    private static List<Topic> topics(Peer guest, Peer host) {
        return guest.wants().entrySet().stream()
                .map(want -> new Topic(
                        want.getKey(), want.getValue(), host.strength(want.getKey()), guest.strength(want.getKey())))
                .filter(topic -> topic.value() > 0)
                .sorted(TELLING)
                .toList();
    }

    /** In whole kilometres, so that what a page says is what was counted with. */
    private static @Nullable Integer kilometres(Peer guest, Peer host) {
        var there = Place.of(host.region()).orElse(null);
        return there == null
                ? null
                : Place.of(guest.region())
                        .map(here -> Math.toIntExact(Math.round(here.kilometresTo(there))))
                        .orElse(null);
    }

    private static double size(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return NEXT_SIZE;
        }
        return switch (Math.abs(one - other)) {
            case 0 -> 1;
            case 1 -> NEXT_SIZE;
            default -> OTHER_SIZE;
        };
    }
}
