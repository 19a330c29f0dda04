package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.authorities.Disclosing;
import eu.includeu.academy.authorities.Suppression;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Plural;
import eu.includeu.academy.progress.ProgressFigures;
import eu.includeu.academy.reporting.Portraying.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The page of an authority, and the spreadsheet of what its people have completed. */
@Controller
@RequestMapping("/authorities/{id}")
class AuthorityPages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Portraying portraying;
    private final Exporting exporting;
    private final Disclosing disclosing;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final Clock clock;
    private final int target;

    AuthorityPages(
            Portraying portraying,
            Exporting exporting,
            Disclosing disclosing,
            Catalogue catalogue,
            Competencies competencies,
            Clock clock,
            @Value("${academy.target:60}") int target) {
        this.portraying = portraying;
        this.exporting = exporting;
        this.disclosing = disclosing;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.clock = clock;
        this.target = target;
    }

    @GetMapping
    @May(Action.SEE_AUTHORITY)
    Mono<Rendering> show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        var wanted = uuid(id);
        var place = after.isEmpty() ? Place.START : new Place(name, uuid(after));
        return portraying
                .reaches(me, wanted)
                .flatMap(reached -> reached ? withPeople(wanted, me, place, locale) : withoutPeople(wanted, me, locale))
                .map(portrait -> shown(portrait, me, locale));
    }

    /** Every completion of the authority and all below it; what is not read yet waits in the database. */
    @GetMapping("/completions.csv")
    @May(Action.EXPORT)
    Mono<ResponseEntity<Flux<String>>> completions(
            @PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        var wanted = uuid(id);
        return exporting.sheet(wanted, me, locale).map(sheet -> ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("completions-" + clock.today() + ".csv")
                                .build()
                                .toString())
                .body(sheet.pieces(completions(wanted))));
    }

    /** As fast as the reader takes them. */
    private Flux<List<ProgressFigures.Row>> completions(UUID authority) {
        return exporting
                .completions(authority, null)
                .expand(rows -> rows.size() < ProgressFigures.TOGETHER
                        ? Mono.empty()
                        : exporting.completions(authority, rows.get(rows.size() - 1)));
    }

    private Mono<Portrait> withPeople(UUID id, Account me, Place place, Locale locale) {
        return catalogue
                .offers(locale.getLanguage())
                .flatMap(offers -> portraying.withPeople(id, me, place, offers, locale));
    }

    private Mono<Portrait> withoutPeople(UUID id, Account me, Locale locale) {
        return disclosing.figures().flatMap(disclosed -> portraying.withoutPeople(id, me, disclosed, locale));
    }

    private Rendering shown(Portrait portrait, Account me, Locale locale) {
        return Rendering.view("reporting/authority")
                .modelAttribute("portrait", portrait)
                .modelAttribute("competencies", competencies)
                .modelAttribute("mayDeclare", portrait.people() != null && me.may(Action.DECLARE_NEED))
                .modelAttribute("mayDecide", me.may(Action.SEE_NEEDS))
                .modelAttribute("few", Suppression.FEWEST)
                .modelAttribute("target", target)
                .modelAttribute("plural", Plural.in(locale))
                .modelAttribute("changed", Set.of())
                .build();
    }

    /** What is no identifier names no authority. */
    private static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException malformed) {
            throw new Missing(String.valueOf(text));
        }
    }
}
