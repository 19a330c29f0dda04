package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.pairing.Pairing;
import eu.includeu.academy.pairing.Peer;
import eu.includeu.academy.pairing.Wishes;
import eu.includeu.academy.pairing.Worth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Everything that a round of pairing depends on, as it stands today. */
record Facts(
        List<Member> members,
        Map<Authority.Id, Authority> authorities,
        Map<Authority.Id, Integer> staff,
        Map<Authority.Id, Map<Competency.Id, Peer.Strength>> strengths,
        Map<Authority.Id, Map<Competency.Id, Integer>> wants,
        Map<Authority.Id, Peers.Taken> taken,
        List<Peers.Met> past,
        Wishes wishes) {

    List<Peer> peers() {
        return members.stream()
                .filter(member -> authorities.containsKey(member.authority()))
                .map(member -> peer(member, Objects.requireNonNull(authorities.get(member.authority()))))
                .toList();
    }

    private Peer peer(Member member, Authority authority) {
        var used = taken.getOrDefault(authority.id(), new Peers.Taken(0, 0));
        var wanted = wants.getOrDefault(authority.id(), Map.of());
        var held = new HashMap<>(strengths.getOrDefault(authority.id(), Map.of()));
        var people = staff.getOrDefault(authority.id(), 0);
        wanted.keySet().forEach(each -> held.putIfAbsent(each, new Peer.Strength(0, people, false)));
        return new Peer(
                authority.id(),
                authority.country(),
                authority.nuts(),
                authority.languages(),
                member.interpreter(),
                authority.population(),
                Math.max(0, member.hosts() - used.hosted()),
                Math.max(0, member.visits() - used.visited()),
                held,
                wanted);
    }

    BiFunction<Peer, Peer, Worth.Seen> seen() {
        var held = past.stream()
                .filter(met -> met.state() == Visit.State.HELD || met.state() == Visit.State.CLOSED)
                .collect(Collectors.groupingBy(Peers.Met::guest));
        return (guest, host) -> {
            var own = held.getOrDefault(guest.id(), List.of());
            var same = (int)
                    own.stream().filter(met -> met.host().equals(host.id())).count();
            var country = (int) own.stream()
                    .filter(met -> met.country().equals(host.country()))
                    .count();
            return new Worth.Seen(same, country - same);
        };
    }

    /** Declined, or under way already. */
    Set<Pairing.Two> refused() {
        return past.stream()
                .filter(met ->
                        met.state() == Visit.State.DECLINED || met.state().open() && met.state() != Visit.State.HELD)
                .map(met -> new Pairing.Two(met.guest(), met.host()))
                .collect(Collectors.toSet());
    }
}
