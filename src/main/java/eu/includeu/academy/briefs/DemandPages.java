package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.requests.Requesting;
import eu.includeu.academy.requests.Waiting;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What authorities need and cannot have: the page on which trainers find what to write. */
@Controller
class DemandPages {

    /** A choice of a filter. */
    public record Choice(String value, String label) {}

    private static final int ASKED = 3;

    private final Watching watching;
    private final Briefing briefing;
    private final Requesting requesting;
    private final Competencies competencies;

    DemandPages(Watching watching, Briefing briefing, Requesting requesting, Competencies competencies) {
        this.watching = watching;
        this.briefing = briefing;
        this.requesting = requesting;
        this.competencies = competencies;
    }

    @GetMapping("/demand")
    @May(Action.SEE_DEMAND_TOTALS)
    Mono<Rendering> radar(
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String country,
            @AuthenticationPrincipal @Nullable Account me,
            Locale locale) {
        var filter = Radar.Filter.of(theme, reason, language, country);
        return watching.offers(locale.getLanguage())
                .flatMap(offers -> watching.radar(filter, me, offers))
                .flatMap(radar -> Mono.zip(
                        Mono.just(radar),
                        me == null ? Mono.just(List.<Brief>of()) : briefing.of(me),
                        mayAnswer(me)
                                ? requesting.waiting(ASKED, locale.getLanguage())
                                : Mono.just(List.<Waiting>of())))
                .map(all -> page(all.getT1(), all.getT2(), all.getT3(), me, locale));
    }

    private static boolean mayAnswer(@Nullable Account me) {
        return me != null && me.may(Action.ANSWER_REQUEST);
    }

    private Rendering page(Radar radar, List<Brief> own, List<Waiting> asked, @Nullable Account me, Locale locale) {
        return Rendering.view("briefs/radar")
                .modelAttribute("radar", radar)
                .modelAttribute(
                        "own",
                        own.stream()
                                .map(brief -> BriefView.of(brief, competencies))
                                .toList())
                .modelAttribute("asked", asked)
                .modelAttribute("mayAnswer", mayAnswer(me))
                .modelAttribute("mayTake", me != null && me.may(Action.TAKE_DEMAND))
                .modelAttribute(
                        "themes",
                        competencies.themes().stream()
                                .map(theme -> new Choice(theme.id(), theme.name(locale)))
                                .toList())
                .modelAttribute("reasons", Radar.reasons())
                .modelAttribute(
                        "languages",
                        Languages.ALL.stream()
                                .map(tag -> new Choice(tag, Languages.nameOf(tag)))
                                .toList())
                .modelAttribute(
                        "countries",
                        radar.countries().stream()
                                .map(code -> new Choice(code, country(code, locale)))
                                .toList())
                .build();
    }

    /** Greece is EL in statistics and GR elsewhere. */
    private static String country(String code, Locale locale) {
        return new Locale.Builder()
                .setRegion(code.equals("EL") ? "GR" : code)
                .build()
                .getDisplayCountry(locale);
    }
}
