package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.pairing.Pairing;
import eu.includeu.academy.pairing.Round;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Scope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Works out who should visit whom, and proposes it to both. */
@Service
class Peering {

    /** A visit worth less than a twentieth of a need of weight 1 is not proposed. */
    static final double THRESHOLD = 0.05;

    private static final int YEARS = 3;

    private final Rounds rounds;
    private final Peers peers;
    private final Visits visits;
    private final Authorities authorities;
    private final Clock clock;

    Peering(Rounds rounds, Peers peers, Visits visits, Authorities authorities, Clock clock) {
        this.rounds = rounds;
        this.peers = peers;
        this.visits = visits;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** What both ways came to. */
    private record Outcome(int peers, Round worth, Round wishes) {

        Round by(Rounds.Way way) {
            return way == Rounds.Way.WORTH ? worth : wishes;
        }
    }

    /** The reach of the academy's own work: everything, and on behalf of nobody. */
    Mono<Context> reach() {
        return authorities
                .roots()
                .map(roots ->
                        new Scope(null, roots.stream().map(Authority.Id::value).toList()))
                .map(scope -> Context.of(Scope.class, scope));
    }

    @Transactional
    public Mono<Void> ask(Rounds.Way way, Account me) {
        return rounds.ask(way, me.id());
    }

    @Transactional
    public Mono<Void> askByNight() {
        return rounds.askByNight();
    }

    @Transactional(readOnly = true)
    public Mono<List<Rounds.Ended>> latest() {
        return rounds.latest();
    }

    /** Works on the next round that was asked for, if there is one; how many visits it proposed. */
    @Transactional
    public Mono<Long> work() {
        return rounds.take().flatMap(this::pair).defaultIfEmpty(0L);
    }

    /** Ends proposals that nobody has answered in time (X3). */
    @Transactional
    public Mono<Long> expire() {
        var now = clock.instant();
        return visits.expire(now.minus(Visit.DAYS_TO_ANSWER, ChronoUnit.DAYS), now);
    }

    private Mono<Long> pair(Rounds.Wanted wanted) {
        return facts().flatMap(this::outcome).flatMap(outcome -> propose(wanted, outcome));
    }

    private Mono<Facts> facts() {
        var today = clock.today();
        return Mono.zip(
                        peers.all(),
                        authorities.all(),
                        peers.staff(),
                        peers.strengths(),
                        peers.wants(),
                        peers.taken(today.getYear()),
                        peers.past(since(today)),
                        peers.wishes())
                .map(all -> new Facts(
                        all.getT1(),
                        all.getT2().stream().collect(Collectors.toMap(Authority::id, each -> each)),
                        all.getT3(),
                        all.getT4(),
                        all.getT5(),
                        all.getT6(),
                        all.getT7(),
                        all.getT8()));
    }

    private static LocalDate since(LocalDate today) {
        return today.minusYears(YEARS);
    }

    /** With many authorities it takes seconds, and nobody waits for it on the event loop. */
    private Mono<Outcome> outcome(Facts facts) {
        return Mono.fromCallable(() -> worked(facts)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Outcome worked(Facts facts) {
        var all = facts.peers();
        var pairing = Pairing.among(all, facts.seen(), facts.refused(), THRESHOLD);
        var worth = pairing.ofGreatestWorth();
        return new Outcome(all.size(), pairing.round(worth.pairs(), facts.wishes()), pairing.byWishes(facts.wishes()));
    }

    private Mono<Long> propose(Rounds.Wanted wanted, Outcome outcome) {
        var now = clock.instant();
        var proposals = outcome.by(wanted.way()).pairs().stream()
                .map(pair -> Visit.propose(pair, now))
                .toList();
        return visits.propose(proposals, now)
                .delayUntil(proposed -> rounds.end(
                        wanted,
                        outcome.peers(),
                        proposed,
                        outcome.by(wanted.way()),
                        outcome.by(wanted.way().other()),
                        now));
    }
}
