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
import java.util.Locale;
import java.util.Objects;
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
import reactor.core.publisher.Mono;

/** The list of needs, and the one page on which a need is declared or amended. */
@Controller
@RequestMapping("/needs")
class NeedPages {

    private final Listing listing;
    private final Declaring declaring;
    private final Competencies competencies;
    private final Joining joining;
    private final Suggesting suggesting;
    private final Clock clock;

    NeedPages(
            Listing listing,
            Declaring declaring,
            Competencies competencies,
            Joining joining,
            Suggesting suggesting,
            Clock clock) {
        this.listing = listing;
        this.joining = joining;
        this.suggesting = suggesting;
        this.declaring = declaring;
        this.competencies = competencies;
        this.clock = clock;
    }

    /** The board with its five steps; or one of them, page by page. */
    @GetMapping
    @May(Action.SEE_NEEDS)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String competency,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        var filter = filter(state, theme, competency, place);
        return (filter.show() == null
                        ? board(filter, me, locale)
                        : page(filter, Board.Key.of(after).orElse(null), me))
                .zipWith(listing.count(me))
                .map(both -> both.getT1()
                        .modelAttribute("count", both.getT2())
                        .modelAttribute("filter", filter)
                        .modelAttribute("shows", Board.Show.values())
                        .modelAttribute("themes", competencies.themes())
                        .modelAttribute(
                                "chosen",
                                filter.competency() == null
                                        ? List.of()
                                        : List.of(competencies.find(filter.competency())))
                        .modelAttribute("mayDeclare", me.may(Action.DECLARE_NEED))
                        .build());
    }

    private Mono<Rendering.Builder<?>> board(Filter filter, Account me, Locale locale) {
        return Mono.zip(
                        listing.columns(me, filter),
                        listing.heat(me, filter),
                        listing.places(me, filter),
                        me.may(Action.DECLARE_NEED)
                                ? joining.invitations(locale.getLanguage())
                                : Mono.just(List.<Joint.Invitation>of()))
                .map(all -> Rendering.view("needs/board")
                        .modelAttribute("columns", all.getT1())
                        .modelAttribute("heat", Heat.of(all.getT2(), filter, competencies, locale))
                        .modelAttribute("places", all.getT3())
                        .modelAttribute(
                                "invitations",
                                all.getT4().stream()
                                        .map(each -> new Invited(
                                                each, competencies.find(Competency.Id.of(each.competency()))))
                                        .toList()));
    }

    /** A need that others would join, with its competency. */
    public record Invited(Joint.Invitation invitation, Competency competency) {}

    private Mono<Rendering.Builder<?>> page(Filter filter, Board.@Nullable Key after, Account me) {
        var show = Objects.requireNonNull(filter.show());
        return listing.board(me, filter, show, after)
                .zipWith(listing.places(me, filter))
                .map(both -> Rendering.view("needs/list")
                        .modelAttribute("board", both.getT1())
                        .modelAttribute("places", both.getT2())
                        .modelAttribute(
                                "next",
                                both.getT1().next() == null
                                        ? ""
                                        : filter.after(Objects.requireNonNull(
                                                both.getT1().next()))));
    }

    private Filter filter(
            @Nullable String state, @Nullable String theme, @Nullable String competency, @Nullable String place) {
        var wanted = competencies.all().stream()
                .filter(each -> each.id().value().equals(competency))
                .findFirst();
        var group = wanted.map(Competency::theme)
                .or(() -> Optional.ofNullable(theme))
                .filter(competencies::hasTheme)
                .map(competencies::theme);
        return new Filter(
                Board.Show.of(state).orElse(null),
                group.orElse(null),
                wanted.map(Competency::id).orElse(null),
                placeOf(place));
    }

    /** What is no identifier is no place. */
    private static Authority.@Nullable Id placeOf(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Authority.Id.of(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
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
                        ? Mono.just(NeedForm.empty(own(houses, me), competency, target, clock.today()))
                        : declaring.find(Need.Id.of(need), me).map(NeedForm::of))
                .flatMap(both -> form(both.getT2(), both.getT1(), List.of(), HttpStatus.OK));
    }

    @PostMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> declare(@ModelAttribute NeedForm form, @AuthenticationPrincipal Account me, WebSession session) {
        return declaring
                .houses(me)
                .flatMap(houses -> form.show() == null
                        ? declare(form, houses, me, session)
                        : form(form, houses, List.of(), HttpStatus.OK));
    }

    private Mono<Rendering> declare(NeedForm form, List<Authority> houses, Account me, WebSession session) {
        return Mono.fromSupplier(() -> form.read(houses, competencies, clock.today()))
                .flatMap(wanted -> declaring.declare(me, wanted.authority(), wanted.terms(), form.order()))
                .map(need -> Notice.then(
                        session, need.version() == 1 ? "need.declared" : "need.amended", "/needs/" + need.id()))
                .onErrorResume(
                        Refused.class,
                        refused -> form(form, houses, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> form(NeedForm form, List<Authority> houses, List<Problem> problems, HttpStatus status) {
        return suggesting.suggest(form, houses).map(suggested -> Rendering.view("needs/declare")
                .status(status)
                .modelAttribute("form", suggested.fill(form))
                .modelAttribute("suggested", suggested)
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
                .modelAttribute("chosen", chosen(form))
                .build());
    }

    private List<Competency> chosen(NeedForm form) {
        return competencies.all().stream()
                .filter(each -> each.id().value().equals(form.competency()))
                .toList();
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
