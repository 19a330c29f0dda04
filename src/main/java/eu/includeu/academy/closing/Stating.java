package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Capacity;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedCard;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** States what became of a need, as of a day. */
@Service
class Stating {

    private final Capacity capacity;
    private final Accounting accounting;
    private final Statements statements;
    private final Clock clock;

    Stating(Capacity capacity, Accounting accounting, Statements statements, Clock clock) {
        this.capacity = capacity;
        this.accounting = accounting;
        this.statements = statements;
        this.clock = clock;
    }

    /** The need, if this person may see it. */
    Mono<NeedCard> card(Need.Id id, Account me) {
        return capacity.card(id, me);
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
                    .when(day.isAfter(today), "on", "statement.on.future", today)
                    .done();
            return day;
        } catch (DateTimeException unreadable) {
            throw new Refused(List.of(Problem.of("on", "statement.on.unreadable", today.toString())));
        }
    }

    /** How the need stood on the day, with what may be shown of it to whoever may not see the persons. */
    Mono<Landscape> landscape(LocalDate day) {
        return accounting.landscape(day);
    }

    /** The statement of a need that the asker may see. */
    @Transactional(readOnly = true)
    public Mono<Statement> statement(NeedCard card, Landscape landscape, List<Offer> offers) {
        var need = standing(card, landscape);
        var serving = offers.stream()
                .filter(offer -> offer.rungs().stream()
                        .anyMatch(rung -> rung.competency().equals(need.competency())))
                .map(offer -> offer.id().module())
                .toList();
        return statements
                .steps(need, landscape.asOf())
                .zipWith(
                        card.counted()
                                ? statements.people(need, serving, landscape.asOf())
                                : Mono.just(List.<Statement.Person>of()),
                        (steps, people) -> new Statement(
                                card,
                                landscape.asOf(),
                                need,
                                landscape.shown(need),
                                steps,
                                people,
                                offers.stream()
                                        .collect(Collectors.toMap(
                                                offer -> offer.id().module(), Offer::minutes))));
    }

    private static Standing standing(NeedCard card, Landscape landscape) {
        return landscape.own(card.authority()).stream()
                .filter(need -> need.need().equals(card.id()))
                .findFirst()
                .orElseThrow(() -> new Refused(List.of(Problem.of(
                        "on",
                        "statement.on.before",
                        Objects.requireNonNull(landscape.asOf().day())))));
    }
}
