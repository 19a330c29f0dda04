package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.gains.Measuring;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gives account to councils: what was declared, what was closed, what is open, and why. */
@Service
class Accounting {

    private final Standings standings;
    private final Uses uses;
    private final Measuring measuring;
    private final Authorities authorities;
    private final Clock clock;
    private final Remembered<LocalDate, Landscape> landscapes;

    /** @param kept how long a survey of all needs is used again */
    Accounting(
            Standings standings,
            Uses uses,
            Measuring measuring,
            Authorities authorities,
            Clock clock,
            @Value("${academy.council.kept:1m}") Duration kept) {
        this.standings = standings;
        this.uses = uses;
        this.measuring = measuring;
        this.authorities = authorities;
        this.clock = clock;
        this.landscapes = Remembered.of(24, kept, this::survey);
    }

    /** An authority that this coordinator answers for. */
    Mono<Authority> body(Authority.Id id, Account me) {
        return authorities.below(me.coordinates()).flatMap(houses -> Mono.justOrEmpty(
                        houses.stream().filter(house -> house.id().equals(id)).findFirst())
                .switchIfEmpty(Mono.error(() -> new Missing(id))));
    }

    /** What the council of an authority is told of these days. */
    Mono<Council> council(Authority.Id body, Period period) {
        var last = period.to();
        return Mono.zip(
                        landscapes.get(period.from().minusDays(1)),
                        landscapes.get(last),
                        measuring.gained(body, AsOf.end(last, clock.instant()).moment()),
                        uses.of(body, period.from(), last, last))
                .map(all -> Council.of(body, period, all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    /** How far the needs of an authority and all below it were on a day: for whoever may see the persons. */
    Mono<Pooled> pooled(Authority.Id body, LocalDate day) {
        return landscapes.get(day).map(landscape -> Pooled.of(landscape.below(body)));
    }

    /** All needs of a day, with what may be shown of them. */
    Mono<Landscape> landscape(LocalDate day) {
        return landscapes.get(day);
    }

    private Mono<Landscape> survey(LocalDate day) {
        var asOf = AsOf.end(day, clock.instant());
        return Mono.zip(standings.everywhere(asOf), standings.parents(asOf.day()))
                .map(both -> Landscape.of(asOf, both.getT1(), both.getT2()));
    }
}
