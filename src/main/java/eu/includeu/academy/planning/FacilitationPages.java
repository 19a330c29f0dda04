package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The list of modules that somebody leads in runs, and the form by which one is put on it or taken off. */
@Controller
@RequestMapping("/runs")
class FacilitationPages {

    private static final int MOST_SEATS = 1000;
    private static final BigDecimal MOST_EUROS = BigDecimal.valueOf(1_000_000);

    /** What was typed, as it was typed. */
    record Form(
            @Nullable String module,
            @Nullable String cost,
            @Nullable String seats) {

        /** Reads it; refuses with everything that is wrong at once. */
        Framing.Led read(List<Offer> offers) {
            var euros = amount(cost);
            var places = number(seats);
            Refused.checks()
                    .when(
                            offers.stream()
                                    .noneMatch(offer -> offer.id().module().equals(module)),
                            "module",
                            "runs.module.missing")
                    .when(
                            euros.isEmpty()
                                    || euros.get().signum() < 0
                                    || euros.get().compareTo(MOST_EUROS) > 0,
                            "cost",
                            "runs.cost.range")
                    .when(
                            places.isEmpty() || places.get() < 1 || places.get() > MOST_SEATS,
                            "seats",
                            "runs.seats.range",
                            MOST_SEATS)
                    .done();
            return new Framing.Led(euros.orElseThrow().movePointRight(2).longValue(), places.orElseThrow());
        }

        /** In euros, with a point or a comma. */
        private static Optional<BigDecimal> amount(@Nullable String text) {
            var digits = text == null ? "" : text.strip().replace(',', '.');
            return digits.matches("\\d{1,9}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
        }

        private static Optional<Integer> number(@Nullable String text) {
            var digits = text == null ? "" : text.strip();
            return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
        }
    }

    /** A module with what a run of it costs, in euros, and how many it seats. */
    public record Run(String module, String title, String theme, long euros, int seats) {}

    private final Facilitations facilitations;
    private final Catalogue catalogue;

    FacilitationPages(Facilitations facilitations, Catalogue catalogue) {
        this.facilitations = facilitations;
        this.catalogue = catalogue;
    }

    @GetMapping
    @May(Action.SET_RUNS)
    Mono<Rendering> list(Locale locale) {
        return page(new Form(null, null, null), locale, List.of(), HttpStatus.OK);
    }

    @PostMapping
    @May(Action.SET_RUNS)
    Mono<Rendering> set(@ModelAttribute Form form, Locale locale, WebSession session) {
        return catalogue
                .offers(locale.getLanguage())
                .map(form::read)
                .flatMap(led -> facilitations.set(String.valueOf(form.module()), led))
                .thenReturn(form)
                .map(kept -> Notice.then(session, "runs.set", "/runs"))
                .onErrorResume(
                        Refused.class,
                        refused -> page(form, locale, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{module}/removal")
    @May(Action.SET_RUNS)
    Mono<Rendering> remove(@PathVariable String module, WebSession session) {
        return facilitations
                .remove(module)
                .thenReturn(module)
                .map(gone -> Notice.then(session, "runs.removed", "/runs"));
    }

    private Mono<Rendering> page(Form form, Locale locale, List<Problem> problems, HttpStatus status) {
        return catalogue
                .offers(locale.getLanguage())
                .zipWith(facilitations.all())
                .map(both -> Rendering.view("planning/runs")
                        .status(status)
                        .modelAttribute("offers", both.getT1())
                        .modelAttribute("runs", runs(both.getT1(), both.getT2()))
                        .modelAttribute("form", form)
                        .modelAttribute("problems", problems)
                        .build());
    }

    private static List<Run> runs(List<Offer> offers, Map<String, Framing.Led> led) {
        return offers.stream()
                .filter(offer -> led.containsKey(offer.id().module()))
                .map(offer -> run(offer, led.getOrDefault(offer.id().module(), new Framing.Led(0, 1))))
                .toList();
    }

    private static Run run(Offer offer, Framing.Led led) {
        return new Run(offer.id().module(), offer.title(), offer.theme(), led.cost() / 100, led.seats());
    }
}
