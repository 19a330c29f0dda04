package eu.includeu.academy.runs;

import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    private static final BigDecimal MOST_EUROS = BigDecimal.valueOf(1_000_000);

    /** What was typed, as it was typed. */
    record Form(
            @Nullable String module,
            @Nullable String cost,
            @Nullable String seats) {

        static final Form EMPTY = new Form(null, null, null);

        /** Reads it; refuses with everything that is wrong at once. */
        Led read(List<Offer> offers) {
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
                            places.isEmpty() || places.get() < 1 || places.get() > Dated.MOST_SEATS,
                            "seats",
                            "runs.seats.range",
                            Dated.MOST_SEATS)
                    .done();
            return new Led(euros.orElseThrow().movePointRight(2).longValue(), places.orElseThrow());
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

    /** What was typed of a day, as it was typed. */
    public record Day(@Nullable String starts, @Nullable String free) {

        /** Reads it; refuses with everything that is wrong at once. */
        Dated of(String module, LocalDate today) {
            var begins = date(starts);
            var seats = Form.number(free);
            Refused.checks()
                    .when(!begins.filter(day -> Dated.near(day, today)).isPresent(), "starts", "runs.starts.range")
                    .when(
                            seats.isEmpty() || seats.get() > Dated.MOST_SEATS,
                            "free",
                            "runs.free.range",
                            Dated.MOST_SEATS)
                    .done();
            return new Dated(module, begins.orElseThrow(), seats.orElseThrow());
        }

        private static Optional<LocalDate> date(@Nullable String text) {
            try {
                return Optional.of(LocalDate.parse(String.valueOf(text).strip()));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** The day that was typed for a module and could not be kept. */
    public record Typed(String module, Day day) {

        static final Typed NOTHING = new Typed("", new Day(null, null));
    }

    /**
     * A module with what a run of it costs, in euros, and how many it seats.
     *
     * @param dated the runs whose day is known
     */
    public record Run(String module, String title, String theme, long euros, int seats, List<Dated> dated) {}

    private final Facilitations facilitations;
    private final Leading leading;
    private final Catalogue catalogue;
    private final Clock clock;

    FacilitationPages(Facilitations facilitations, Leading leading, Catalogue catalogue, Clock clock) {
        this.facilitations = facilitations;
        this.leading = leading;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.SET_RUNS)
    Mono<Rendering> list(Locale locale) {
        return page(Form.EMPTY, Typed.NOTHING, locale, List.of(), HttpStatus.OK);
    }

    @PostMapping
    @May(Action.SET_RUNS)
    Mono<Rendering> set(@ModelAttribute Form form, Locale locale, WebSession session) {
        return catalogue
                .offers(locale.getLanguage())
                .map(form::read)
                .flatMap(led -> leading.set(String.valueOf(form.module()), led))
                .thenReturn(form)
                .map(kept -> Notice.then(session, "runs.set", "/runs"))
                .onErrorResume(
                        Refused.class,
                        refused -> page(
                                form, Typed.NOTHING, locale, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{module}/removal")
    @May(Action.SET_RUNS)
    Mono<Rendering> remove(@PathVariable String module, WebSession session) {
        return leading.remove(module).thenReturn(module).map(gone -> Notice.then(session, "runs.removed", "/runs"));
    }

    @PostMapping("/{module}/days")
    @May(Action.SET_RUNS)
    Mono<Rendering> announce(@PathVariable String module, @ModelAttribute Day day, Locale locale, WebSession session) {
        return facilitations
                .led(module)
                .map(led -> day.of(led, clock.today()))
                .flatMap(leading::announce)
                .thenReturn(module)
                .map(kept -> Notice.then(session, "runs.announced", "/runs"))
                .onErrorResume(
                        Refused.class,
                        refused -> page(
                                Form.EMPTY,
                                new Typed(module, day),
                                locale,
                                refused.problems(),
                                HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{module}/days/{starts}/removal")
    @May(Action.SET_RUNS)
    Mono<Rendering> cancel(@PathVariable String module, @PathVariable LocalDate starts, WebSession session) {
        return leading.cancel(module, starts)
                .thenReturn(module)
                .map(gone -> Notice.then(session, "runs.cancelled", "/runs"));
    }

    private Mono<Rendering> page(Form form, Typed typed, Locale locale, List<Problem> problems, HttpStatus status) {
        return Mono.zip(catalogue.offers(locale.getLanguage()), facilitations.all(), facilitations.dated(clock.today()))
                .map(all -> Rendering.view("runs/list")
                        .status(status)
                        .modelAttribute("offers", all.getT1())
                        .modelAttribute("runs", runs(all.getT1(), all.getT2(), all.getT3()))
                        .modelAttribute("form", form)
                        .modelAttribute("typed", typed)
                        .modelAttribute("problems", problems)
                        .build());
    }

    private static List<Run> runs(List<Offer> offers, Map<String, Led> led, Map<String, List<Dated>> dated) {
        return offers.stream()
                .filter(offer -> led.containsKey(offer.id().module()))
                .map(offer -> run(
                        offer,
                        led.getOrDefault(offer.id().module(), new Led(0, 1)),
                        dated.getOrDefault(offer.id().module(), List.of())))
                .toList();
    }

    private static Run run(Offer offer, Led led, List<Dated> dated) {
        return new Run(offer.id().module(), offer.title(), offer.theme(), led.cost() / 100, led.seats(), dated);
    }
}
