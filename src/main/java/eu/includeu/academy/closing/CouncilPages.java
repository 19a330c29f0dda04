package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The report to the council of an authority: as a page, as two printed pages, and its annex as a spreadsheet. */
@Controller
@RequestMapping("/authorities/{id}")
class CouncilPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Accounting accounting;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final CouncilPrint print;
    private final MessageSource messages;
    private final Clock clock;
    private final String site;

    CouncilPages(
            Accounting accounting,
            Authorities authorities,
            Catalogue catalogue,
            Competencies competencies,
            CouncilPrint print,
            MessageSource messages,
            Clock clock,
            @Value("${academy.site:http://localhost:8080}") String site) {
        this.accounting = accounting;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.print = print;
        this.messages = messages;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping("/council")
    @May(Action.SEE_OVERVIEW)
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        return accounting.body(id(id), me).flatMap(body -> Mono.fromSupplier(() -> Period.read(from, to, clock.today()))
                .flatMap(period -> page(body, period, List.of(), null, null, locale))
                .onErrorResume(
                        Refused.class,
                        refused -> page(body, Period.month(clock.today()), refused.problems(), from, to, locale)));
    }

    @GetMapping("/council.pdf")
    @May(Action.SEE_OVERVIEW)
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        return asked(id, from, to, me, locale).flatMap(council -> print.pdf(council, annex(council), locale)
                .map(pdf -> file(council, "pdf", MediaType.APPLICATION_PDF).body(pdf)));
    }

    @GetMapping("/council.csv")
    @May(Action.SEE_OVERVIEW)
    Mono<ResponseEntity<String>> csv(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        return asked(id, from, to, me, locale)
                .map(council -> file(council, "csv", CSV).body(CouncilSheet.of(council, messages, locale)));
    }

    private Mono<CouncilView> asked(String id, @Nullable String from, @Nullable String to, Account me, Locale locale) {
        return accounting.body(id(id), me).flatMap(body -> view(body, Period.read(from, to, clock.today()), locale));
    }

    private Mono<Rendering> page(
            Authority body,
            Period period,
            List<Problem> problems,
            @Nullable String from,
            @Nullable String to,
            Locale locale) {
        return Mono.zip(
                        view(body, period, locale),
                        accounting.pooled(body.id(), period.from().minusDays(1)),
                        accounting.pooled(body.id(), period.to()))
                .map(all -> Rendering.view("closing/council")
                        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("council", all.getT1())
                        .modelAttribute("before", all.getT2())
                        .modelAttribute("now", all.getT3())
                        .modelAttribute("from", from == null ? all.getT1().from() : from)
                        .modelAttribute("to", to == null ? all.getT1().to() : to)
                        .modelAttribute("problems", problems)
                        .build());
    }

    private Mono<CouncilView> view(Authority body, Period period, Locale locale) {
        return Mono.zip(accounting.council(body.id(), period), names(locale))
                .map(both -> CouncilView.of(both.getT1(), both.getT2(), locale));
    }

    private Mono<CouncilView.Names> names(Locale locale) {
        return Mono.zip(authorities.all(), catalogue.offers(locale.getLanguage()))
                .map(both -> new CouncilView.Names(
                        both.getT1().stream().collect(Collectors.toMap(Authority::id, Function.identity())),
                        both.getT2().stream()
                                .collect(Collectors.toMap(offer -> offer.id().module(), Offer::title)),
                        competencies));
    }

    private String annex(CouncilView council) {
        return site + "/authorities/" + council.id() + "/council.csv?from=" + council.from() + "&to=" + council.to();
    }

    private static ResponseEntity.BodyBuilder file(CouncilView council, String ending, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("includ-eu-council-" + council.from() + "-" + council.to() + "." + ending)
                                .build()
                                .toString());
    }

    /** What is no identifier names no authority. */
    private static Authority.Id id(String text) {
        try {
            return Authority.Id.of(text);
        } catch (IllegalArgumentException malformed) {
            throw new Missing(text);
        }
    }
}
