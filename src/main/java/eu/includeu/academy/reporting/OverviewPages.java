package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.authorities.TileMap;
import eu.includeu.academy.competencies.Competencies;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A coordinator's overview, the list of authorities that belongs to it, and what changes while it is looked at. */
@Controller
class OverviewPages {

    private static final int ON_OVERVIEW = 8;
    private static final int ON_LIST = 25;

    private final Reporting reporting;
    private final OverviewStream stream;
    private final Competencies competencies;
    private final int target;

    OverviewPages(
            Reporting reporting,
            OverviewStream stream,
            Competencies competencies,
            @Value("${academy.target:60}") int target) {
        this.reporting = reporting;
        this.stream = stream;
        this.competencies = competencies;
        this.target = target;
    }

    @GetMapping("/overview")
    @May(Action.SEE_OVERVIEW)
    Mono<Rendering> overview(
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        var filter = Filter.of(country, theme, null, null, sort, after);
        return reporting
                .overview(Desk.of(me, filter, locale.getLanguage()))
                .map(overview -> shown("reporting/overview", overview, filter, me, locale, ON_OVERVIEW));
    }

    @GetMapping("/authorities")
    @May(Action.SEE_OVERVIEW)
    Mono<Rendering> authorities(
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        var filter = Filter.of(country, null, region, q, sort == null ? "name" : sort, after);
        return reporting
                .overview(Desk.of(me, Filter.of(country, null, null, null, null, null), locale.getLanguage()))
                .map(overview -> shown("reporting/authorities", overview, filter, me, locale, ON_LIST));
    }

    /** What changes below the desk, from now on, as pieces of the page. */
    @GetMapping(value = "/overview/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @May(Action.SEE_OVERVIEW)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes(
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String theme,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @AuthenticationPrincipal Account me,
            Locale locale,
            ServerWebExchange exchange) {
        var desk = Desk.of(me, Filter.of(country, theme, null, null, null, null), locale.getLanguage());
        return stream.of(me, desk, last != null, new OverviewStream.Page(exchange, locale, target));
    }

    private Rendering shown(String view, Overview overview, Filter filter, Account me, Locale locale, int size) {
        return Rendering.view(view)
                .modelAttribute("overview", overview)
                .modelAttribute("filter", filter)
                .modelAttribute("table", BodyTable.of(overview.bodies(), filter, locale, size))
                .modelAttribute("countries", RegionMap.countryNames(locale))
                .modelAttribute("region", TileMap.nameOf(filter.region(), locale.getLanguage()))
                .modelAttribute("themes", Gathered.THEMES)
                .modelAttribute("competencies", competencies)
                .modelAttribute(
                        "spreadsheet", "/authorities/" + me.coordinates().get(0) + "/completions.csv")
                .modelAttribute("target", target)
                .modelAttribute("plural", Plural.in(locale))
                .modelAttribute("locale", locale)
                .modelAttribute("changed", Set.of())
                .build();
    }
}
