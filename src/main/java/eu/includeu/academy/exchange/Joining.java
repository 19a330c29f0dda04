package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.pairing.Wishes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Taking part in the exchange: on what terms, with what wishes, and with which practices to show. */
@Service
class Joining {

    private final Peers peers;
    private final Practices practices;
    private final Authorities authorities;
    private final Clock clock;

    Joining(Peers peers, Practices practices, Authorities authorities, Clock clock) {
        this.peers = peers;
        this.practices = practices;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The authorities that a person answers for. */
    Mono<List<Authority>> houses(Account me) {
        return authorities.below(me.coordinates());
    }

    Mono<List<Authority>> everybody() {
        return authorities.all();
    }

    @Transactional(readOnly = true)
    public Mono<List<Member>> members() {
        return peers.all();
    }

    /** As far as the asker may see: those of the own house. */
    @Transactional(readOnly = true)
    public Mono<Wishes> wishes() {
        return peers.wishes();
    }

    @Transactional
    public Mono<Void> join(Member member, Account me) {
        return admit(member.authority(), me).then(Mono.defer(() -> peers.save(member.checked(), me.id())));
    }

    @Transactional
    public Mono<Void> wish(Authority.Id authority, Visit.Side side, List<Authority.Id> others, Account me) {
        return admit(authority, me)
                .doOnNext(houses -> Refused.checks()
                        .when(others.contains(authority), side.key(), "peers.wish.self")
                        .when(others.stream().distinct().count() < others.size(), side.key(), "peers.wish.twice")
                        .done())
                .then(Mono.defer(() -> peers.wish(authority, side, others)));
    }

    @Transactional(readOnly = true)
    public Mono<List<Practice>> practices() {
        return practices.all();
    }

    @Transactional
    public Mono<Void> submit(Practice practice, Account me) {
        return admit(practice.authority(), me).then(Mono.defer(() -> practices.add(practice, me.id())));
    }

    @Transactional
    public Mono<Void> publish(Practice.Id id) {
        return practices.publish(id, clock.instant());
    }

    private Mono<List<Authority>> admit(Authority.Id authority, Account me) {
        return houses(me).doOnNext(houses -> {
            if (houses.stream().noneMatch(house -> house.id().equals(authority))) {
                throw new Refused(List.of(Problem.of("authority", "need.authority.missing")));
            }
        });
    }
}
