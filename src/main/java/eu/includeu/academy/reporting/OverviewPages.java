package eu.includeu.academy.reporting;

import static java.util.Map.entry;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.TileMap;
import eu.includeu.academy.capacity.NeedNews;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.KeptPage;
import eu.includeu.academy.platform.Plural;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.context.LazyContextVariable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** A coordinator's overview, the list of authorities that belongs to it, and what changes while it is looked at. */
@Controller
class OverviewPages {

    private static final int ON_OVERVIEW = 8;
    private static final int ON_LIST = 25;

    private final Reporting reporting;
    private final OverviewStream stream;
    private final Competencies competencies;
    private final MessageSource texts;
    private final int target;

    OverviewPages(
            Reporting reporting,
            OverviewStream stream,
            Competencies competencies,
            MessageSource texts,
            @Value("${academy.target:60}") int target) {
        this.reporting = reporting;
        this.stream = stream;
        this.competencies = competencies;
        this.texts = texts;
        this.target = target;
    }

    @GetMapping("/overview")
    @May(Action.SEE_OVERVIEW)
    Mono<Rendering> overview(
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String after,
            @ModelAttribute(name = "news", binding = false) List<NeedNews.Line> news,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        var filter = Filter.of(country, theme, null, null, sort, after);
        return reporting
                .overviewAtHand(Desk.of(me, filter, locale.getLanguage()))
                .map(overview -> shown("reporting/overview", overview, filter, news, me, locale, ON_OVERVIEW));
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
                .overviewAtHand(Desk.of(me, Filter.of(country, null, null, null, null, null), locale.getLanguage()))
                .map(overview -> shown("reporting/authorities", overview, filter, List.of(), me, locale, ON_LIST));
    }

    /** What changes below the desk, from now on, as pieces of the page. */
    @GetMapping(value = "/overview/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @May(Action.SEE_OVERVIEW)
    @ResponseBody
    Mono<Void> changes(
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String theme,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @AuthenticationPrincipal Account me,
            Locale locale,
            ServerWebExchange exchange) {
        var desk = Desk.of(me, Filter.of(country, theme, null, null, null, null), locale.getLanguage());
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        return response.writeAndFlushWith(
                stream.of(me, desk, last != null, new Drawing.Page(exchange, locale, target), line(response))
                        .map(sent -> Mono.just(sent.in(response.bufferFactory()))));
    }

    /** Whether the line to the reader takes more; else it would be kept in memory until it does. */
    static BooleanSupplier line(ServerHttpResponse response) {
        return ServerHttpResponseDecorator.<Object>getNativeResponse(response) instanceof Connection line
                ? line.channel()::isWritable
                : () -> true;
    }

    /** What the page shows that is not in the overview itself, and not one person's. */
    private record Shown(UUID edition, Filter filter, String spreadsheet, List<NeedNews.Line> news) {}

    /** A page that all at the same desk see alike until a figure changes. */
    private Rendering shown(
            String view,
            Overview overview,
            Filter filter,
            List<NeedNews.Line> news,
            Account me,
            Locale locale,
            int size) {
        var spreadsheet = "/authorities/" + me.coordinates().get(0) + "/completions.csv";
        var page = new KeptPage(
                new Shown(overview.edition(), filter, spreadsheet, news),
                List.of(),
                nobody -> Map.ofEntries(
                        entry("overview", overview),
                        entry("map", map(overview.regions(), locale)),
                        entry("filter", filter),
                        entry("table", BodyTable.of(overview.bodies(), filter, locale, size)),
                        entry("countries", RegionMap.countryNames(locale)),
                        entry("region", TileMap.nameOf(filter.region(), locale.getLanguage())),
                        entry("themes", Gathered.THEMES),
                        entry("competencies", competencies),
                        entry("spreadsheet", spreadsheet),
                        entry("target", target),
                        entry("plural", Plural.in(locale)),
                        entry("locale", locale),
                        entry("changed", Changed.NOTHING)));
        return Rendering.view(view).modelAttribute(KeptPage.ENTRY, page).build();
    }

    /** Drawn only for a page that shows it. */
    private LazyContextVariable<RegionMap> map(Overview.Regions regions, Locale locale) {
        return new LazyContextVariable<>() {
            @Override
            protected RegionMap loadValue() {
                return RegionMap.draw(regions::region, regions::country, texts, locale);
            }
        };
    }
}
