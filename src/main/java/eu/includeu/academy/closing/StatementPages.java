package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.needs.NeedCard;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page that states what became of a need, today or on any day since it was declared. */
@Controller
class StatementPages {

    private final Stating stating;
    private final Catalogue catalogue;
    private final Clock clock;

    StatementPages(Stating stating, Catalogue catalogue, Clock clock) {
        this.stating = stating;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/needs/{id}/closing")
    @May(Action.SEE_NEEDS)
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        return stating.card(Need.Id.of(id), me)
                .zipWith(catalogue.offers(locale.getLanguage()))
                .flatMap(both -> asked(on, both.getT1(), both.getT2(), me));
    }

    /** A day that cannot be taken is answered with what is wrong with it, above the statement of today. */
    private Mono<Rendering> asked(@Nullable String on, NeedCard card, List<Offer> offers, Account me) {
        return Mono.fromSupplier(() -> stating.day(on))
                .flatMap(day -> page(card, day, day.toString(), offers, me, List.of()))
                .onErrorResume(
                        Refused.class,
                        refused -> page(card, clock.today(), String.valueOf(on), offers, me, refused.problems()));
    }

    private Mono<Rendering> page(
            NeedCard card, LocalDate day, String on, List<Offer> offers, Account me, List<Problem> problems) {
        return landscape(card, day)
                .flatMap(landscape -> stating.statement(card, day, landscape.orElse(null), offers))
                .map(statement -> StatementView.of(
                        statement,
                        offers.stream()
                                .collect(Collectors.toMap(offer -> offer.id().module(), Offer::title)),
                        me.may(Action.DECLARE_NEED) && card.counted(),
                        clock.today()))
                .map(view -> Rendering.view("closing/statement")
                        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("view", view)
                        .modelAttribute("on", on)
                        .modelAttribute("problems", problems)
                        .build());
    }

    private Mono<Optional<Landscape>> landscape(NeedCard card, LocalDate day) {
        return card.counted()
                ? Mono.just(Optional.empty())
                : stating.landscape(day).map(Optional::of);
    }
}
