package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.needs.Listing;
import eu.includeu.academy.needs.NeedCard;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** States what became of a need, as of a day. */
@Service
class Stating {

    private final Listing listing;
    private final Accounting accounting;
    private final Standings standings;
    private final Statements statements;
    private final Clock clock;

    Stating(Listing listing, Accounting accounting, Standings standings, Statements statements, Clock clock) {
        this.listing = listing;
        this.accounting = accounting;
        this.standings = standings;
        this.statements = statements;
        this.clock = clock;
    }

    /** The need, if this person may see it. */
    Mono<NeedCard> card(Need.Id id, Account me) {
        return listing.card(id, me);
    }

    /** A day as it was sent; today where none was. */
    LocalDate day(@Nullable String on) {
        var today = clock.today();
        if (on == null || on.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(on.strip());
            Refused.checks()
                    .when(day.isAfter(today), "on", "statement.on.future", today.toString())
                    .done();
            return day;
        } catch (DateTimeException unreadable) {
            throw new Refused(List.of(Problem.of("on", "statement.on.unreadable", today.toString())));
        }
    }

    /** What of the figures of a day everybody may see. */
    Mono<Landscape> landscape(LocalDate day) {
        return accounting.landscape(day);
    }

    /** The statement of a need that the asker may see, by the rows of this moment. */
    @Transactional(readOnly = true)
    public Mono<Statement> statement(NeedCard card, LocalDate day, @Nullable Landscape landscape, List<Offer> offers) {
        var asOf = AsOf.end(day, clock.instant());
        return standings
                .below(card.authority(), asOf)
                .map(needs -> standing(card, needs, asOf))
                .zipWhen(need -> Mono.zip(
                        statements.steps(need, asOf),
                        card.counted()
                                ? statements.people(need, serving(need, offers), asOf)
                                : Mono.just(List.<Statement.Person>of())))
                .map(both -> new Statement(
                        card,
                        asOf,
                        both.getT1(),
                        landscape == null ? null : landscape.shown(both.getT1()),
                        both.getT2().getT1(),
                        both.getT2().getT2(),
                        offers.stream()
                                .collect(Collectors.toMap(offer -> offer.id().module(), Offer::minutes))));
    }

    /** The modules that teach something of what is needed. */
    private static List<String> serving(Standing need, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.rungs().stream()
                        .anyMatch(rung -> rung.competency().equals(need.competency())))
                .map(offer -> offer.id().module())
                .toList();
    }

    private static Standing standing(NeedCard card, List<Standing> needs, AsOf asOf) {
        return needs.stream()
                .filter(need -> need.need().equals(card.id()))
                .findFirst()
                .orElseThrow(() -> new Refused(List.of(Problem.of("on", "statement.on.before", asOf.day()))));
    }
}
