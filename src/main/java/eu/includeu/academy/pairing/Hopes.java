package eu.includeu.academy.pairing;

import eu.includeu.academy.competencies.Competency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What visits could be worth at most: languages, ways and sizes only take away from what a host is stronger in. It is found
 * for a guest and all hosts at once, and only hosts that are strong in something wanted are looked at.
 */
final class Hopes {

    /** A host, and what a visit to it is worth at most; the most promising comes first. */
    record Hope(Peer host, double most) implements Comparable<Hope> {

        @Override
        public int compareTo(Hope other) {
            return Double.compare(other.most, most);
        }
    }

    /** A trifle more, so that no rounding makes it less. */
    private static final double TRIFLE = 1 + 1e-9;

    /** How strong a host is in a competency. */
    private record Strong(int host, double value) {}

    private final List<Peer> hosts;
    private final Map<Competency.Id, List<Strong>> strong = new HashMap<>();

    Hopes(List<Peer> hosts) {
        this.hosts = List.copyOf(hosts);
        for (var at = 0; at < hosts.size(); at++) {
            var host = at;
            hosts.get(host).strengths().forEach((competency, strength) -> strong.computeIfAbsent(
                            competency, first -> new ArrayList<>())
                    .add(new Strong(host, strength.value())));
        }
    }

    /** Those hosts from which a guest could learn more than a threshold. */
    PriorityQueue<Hope> of(Peer guest, double threshold) {
        var most = new double[hosts.size()];
        guest.wants().forEach((competency, weight) -> {
            var own = guest.strength(competency).value();
            for (var each : strong.getOrDefault(competency, List.of())) {
                most[each.host()] += weight * Math.max(0, each.value() - own);
            }
        });
        var hopes = new ArrayList<Hope>();
        for (var at = 0; at < most.length; at++) {
            var hope = most[at] * TRIFLE;
            if (hope > threshold && !hosts.get(at).id().equals(guest.id())) {
                hopes.add(new Hope(hosts.get(at), hope));
            }
        }
        return new PriorityQueue<>(hopes);
    }
}
