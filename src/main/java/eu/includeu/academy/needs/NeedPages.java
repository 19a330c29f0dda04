package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The list of needs, and the one page on which a need is declared or amended. */
@Controller
@RequestMapping("/needs")
class NeedPages {

    private final Listing listing;
    private final Declaring declaring;
    private final Competencies competencies;
    private final Clock clock;

    NeedPages(Listing listing, Declaring declaring, Competencies competencies, Clock clock) {
        this.listing = listing;
        this.declaring = declaring;
        this.competencies = competencies;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.SEE_NEEDS)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Account me) {
        var show = Board.Show.of(state);
        var chosen = Optional.ofNullable(theme).filter(competencies::hasTheme).map(competencies::theme);
        return listing.board(me, show, chosen.orElse(null), Board.Key.of(after).orElse(null))
                .zipWith(listing.count(me))
                .map(both -> Rendering.view("needs/board")
                        .modelAttribute("board", both.getT1())
                        .modelAttribute("count", both.getT2())
                        .modelAttribute("show", show.key())
                        .modelAttribute(
                                "shows",
                                Arrays.stream(Board.Show.values())
                                        .map(Board.Show::key)
                                        .toList())
                        .modelAttribute("theme", chosen.map(Theme::id).orElse(""))
                        .modelAttribute("themes", competencies.themes())
                        .modelAttribute("mayDeclare", me.may(Action.DECLARE_NEED))
                        .modelAttribute("next", next(show, chosen, both.getT1()))
                        .build());
    }

    private static String next(Board.Show show, Optional<Theme> theme, Board board) {
        return UriComponentsBuilder.fromPath("/needs")
                .queryParam("state", show.key())
                .queryParamIfPresent("theme", theme.map(Theme::id))
                .queryParamIfPresent("after", Optional.ofNullable(board.next()))
                .toUriString();
    }

    /** An empty form, or one that holds an open need to be amended. */
    @GetMapping("/new")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> blank(
            @RequestParam(required = false) @Nullable String competency,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String need,
            @AuthenticationPrincipal Account me) {
        return declaring
                .houses(me)
                .zipWhen(houses -> need == null
                        ? Mono.just(NeedForm.empty(own(houses, me), competency, target))
                        : declaring.find(Need.Id.of(need), me).map(NeedForm::of))
                .map(both -> form(both.getT2(), both.getT1(), List.of(), HttpStatus.OK));
    }

    @PostMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> declare(@ModelAttribute NeedForm form, @AuthenticationPrincipal Account me, WebSession session) {
        return declaring
                .houses(me)
                .flatMap(houses -> form.show() == null
                        ? declare(form, houses, me, session)
                        : Mono.just(form(form, houses, List.of(), HttpStatus.OK)));
    }

    private Mono<Rendering> declare(NeedForm form, List<Authority> houses, Account me, WebSession session) {
        return Mono.fromSupplier(() -> form.read(houses, competencies, clock.today()))
                .flatMap(wanted -> declaring.declare(me, wanted.authority(), wanted.terms(), form.order()))
                .map(need -> Notice.then(
                        session, need.version() == 1 ? "need.declared" : "need.amended", "/needs/" + need.id()))
                .onErrorResume(
                        Refused.class,
                        refused -> Mono.just(form(form, houses, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    private Rendering form(NeedForm form, List<Authority> houses, List<Problem> problems, HttpStatus status) {
        var chosen = competencies.all().stream()
                .filter(each -> each.id().value().equals(form.competency()))
                .toList();
        return Rendering.view("needs/declare")
                .status(status)
                .modelAttribute("form", form)
                .modelAttribute("houses", houses)
                .modelAttribute(
                        "groups",
                        competencies.themes().stream().map(this::group).toList())
                .modelAttribute("levels", competencies.levels())
                .modelAttribute(
                        "weights",
                        Arrays.stream(Terms.Weight.values())
                                .map(Terms.Weight::key)
                                .toList())
                .modelAttribute("tomorrow", clock.today().plusDays(1))
                .modelAttribute("problems", problems)
                .modelAttribute("chosen", chosen)
                .build();
    }

    /** A theme with its competencies, for the list to choose from. */
    public record Group(Theme theme, List<Competency> competencies) {}

    private Group group(Theme theme) {
        return new Group(theme, competencies.of(theme));
    }

    private static @Nullable Authority own(List<Authority> houses, Account me) {
        return houses.stream()
                .filter(house -> house.id().equals(me.authority()))
                .findFirst()
                .orElseGet(() -> houses.isEmpty() ? null : houses.get(0));
    }
}
