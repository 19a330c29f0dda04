package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of plans, and the page of one: how far it is, what it says, and what can be done with it. */
@Controller
@RequestMapping("/plans")
class PlanPages {

    /**
     * What is asked for.
     *
     * @param below set where all below the authority is meant as well
     */
    record Form(@Nullable String authority, @Nullable String below) {

        /** What is no identifier was not chosen from the list. */
        Authority.Id house() {
            try {
                return Authority.Id.of(String.valueOf(authority));
            } catch (IllegalArgumentException malformed) {
                throw new Refused(List.of(Problem.of("authority", "plans.authority.missing")));
            }
        }
    }

    private final Planning planning;
    private final Gathering gathering;
    private final Accepting accepting;
    private final PlanStream stream;
    private final Competencies competencies;
    private final Assumptions assumptions;
    private final MessageSource texts;

    PlanPages(
            Planning planning,
            Gathering gathering,
            Accepting accepting,
            PlanStream stream,
            Competencies competencies,
            Assumptions assumptions,
            MessageSource texts) {
        this.planning = planning;
        this.gathering = gathering;
        this.accepting = accepting;
        this.stream = stream;
        this.competencies = competencies;
        this.assumptions = assumptions;
        this.texts = texts;
    }

    @GetMapping
    @May(Action.PLAN)
    Mono<Rendering> list(@AuthenticationPrincipal Account me) {
        return list(me, List.of(), HttpStatus.OK);
    }

    private Mono<Rendering> list(Account me, List<Problem> problems, HttpStatus status) {
        return planning.list(me).zipWith(planning.houses(me)).map(both -> Rendering.view("planning/plans")
                .status(status)
                .modelAttribute("problems", problems)
                .modelAttribute("plans", both.getT1())
                .modelAttribute("houses", both.getT2())
                .modelAttribute("own", me.coordinates().get(0).toString())
                .build());
    }

    @PostMapping
    @May(Action.PLAN)
    Mono<Rendering> ask(@ModelAttribute Form form, @AuthenticationPrincipal Account me) {
        return Mono.fromSupplier(form::house)
                .flatMap(house -> planning.ask(me, house, form.below() != null))
                .map(PlanPages::to)
                .onErrorResume(
                        Refused.class, refused -> list(me, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/{id}")
    @May(Action.PLAN)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return page(id, me, locale, List.of(), HttpStatus.OK);
    }

    /** What happens to a plan, from now on, as pieces of its page. */
    @GetMapping(value = "/{id}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @May(Action.PLAN)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes(
            @PathVariable String id, @AuthenticationPrincipal Account me, Locale locale, ServerWebExchange exchange) {
        return stream.of(me, Plan.Id.of(id), locale, exchange);
    }

    @PostMapping("/{id}/stop")
    @May(Action.PLAN)
    Mono<Rendering> stop(
            @PathVariable String id, @AuthenticationPrincipal Account me, Locale locale, WebSession session) {
        return planning.stop(me, Plan.Id.of(id))
                .map(plan -> Notice.then(session, "plan.stopping", "/plans/" + id))
                .onErrorResume(Refused.class, refused -> again(id, me, locale, refused));
    }

    @PostMapping("/{id}/repair")
    @May(Action.PLAN)
    Mono<Rendering> repair(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return planning.repair(me, Plan.Id.of(id))
                .map(PlanPages::to)
                .onErrorResume(Refused.class, refused -> again(id, me, locale, refused));
    }

    @PostMapping("/{id}/acceptance")
    @May(Action.PLAN)
    Mono<Rendering> accept(
            @PathVariable String id, @AuthenticationPrincipal Account me, Locale locale, WebSession session) {
        return accepting
                .accept(me, Plan.Id.of(id))
                .map(plan -> Notice.then(session, "plan.accepted", "/plans/" + id))
                .onErrorResume(Refused.class, refused -> again(id, me, locale, refused));
    }

    private static Rendering to(Plan.Id id) {
        return Rendering.redirectTo("/plans/" + id).status(HttpStatus.SEE_OTHER).build();
    }

    private Mono<Rendering> again(String id, Account me, Locale locale, Refused refused) {
        return page(id, me, locale, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Mono<Rendering> page(String id, Account me, Locale locale, List<Problem> problems, HttpStatus status) {
        return gathering
                .offers(locale.getLanguage())
                .zipWhen(offers -> planning.file(me, Plan.Id.of(id), offers))
                .map(both -> Rendering.view("planning/plan")
                        .status(status)
                        .modelAttribute(
                                "view",
                                PlanView.of(both.getT2(), both.getT1(), competencies, assumptions, texts, locale))
                        .modelAttribute("problems", problems)
                        .build());
    }
}
