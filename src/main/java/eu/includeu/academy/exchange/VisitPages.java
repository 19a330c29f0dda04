package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The file of a study visit, from the proposal to the report. */
@Controller
@RequestMapping("/visits/{id}")
class VisitPages {

    /** Dates, people and questions, as typed. */
    public record PlanForm(
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String people,
            @Nullable String questions) {

        static PlanForm of(Visit.@Nullable Plan plan) {
            return plan == null
                    ? new PlanForm("", "", "2", "")
                    : new PlanForm(
                            plan.starts().toString(),
                            plan.ends().toString(),
                            String.valueOf(plan.people()),
                            plan.questions());
        }

        Visit.Plan read() {
            var begins = day(starts);
            var finishes = day(ends);
            var count = number(people);
            Refused.checks()
                    .when(begins == null, "starts", "visit.date.unreadable")
                    .when(finishes == null, "ends", "visit.date.unreadable")
                    .when(count < 0, "people", "visit.people.range", Visit.Plan.MOST_PEOPLE)
                    .when(Objects.requireNonNullElse(questions, "").isBlank(), "questions", "visit.questions.missing")
                    .done();
            return new Visit.Plan(
                    Objects.requireNonNull(begins),
                    Objects.requireNonNull(finishes),
                    count,
                    Objects.requireNonNullElse(questions, "").strip());
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(text, "").strip());
            } catch (DateTimeParseException malformed) {
                return null;
            }
        }

        private static int number(@Nullable String text) {
            try {
                return Integer.parseInt(Objects.requireNonNullElse(text, "").strip());
            } catch (NumberFormatException malformed) {
                return -1;
            }
        }
    }

    /** Why a visit is declined. */
    record RefusalForm(@Nullable String reason) {}

    private final Visiting visiting;
    private final Competencies competencies;
    private final Clock clock;

    VisitPages(Visiting visiting, Competencies competencies, Clock clock) {
        this.visiting = visiting;
        this.competencies = competencies;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.VISIT_PEERS)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return page(id, me, locale, null, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/acceptance")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> accept(
            @PathVariable String id, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return visiting.accept(Visit.Id.of(id), me)
                .map(visit -> Notice.then(session, "visit.done." + visit.state().key(), "/visits/" + id))
                .onErrorResume(Refused.class, refused -> again(id, me, locale, null, Map.of(), refused));
    }

    @PostMapping("/refusal")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> decline(
            @PathVariable String id,
            @ModelAttribute RefusalForm form,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        var reason = Objects.requireNonNullElse(form.reason(), "");
        return visiting.decline(Visit.Id.of(id), reason, me)
                .map(visit -> Notice.then(session, "visit.done.declined", "/visits/" + id))
                .onErrorResume(
                        Refused.class, refused -> again(id, me, locale, null, Map.of("reason", reason), refused));
    }

    @PostMapping("/dates")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> schedule(
            @PathVariable String id,
            @ModelAttribute PlanForm form,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        return Mono.fromSupplier(form::read)
                .flatMap(plan -> visiting.schedule(Visit.Id.of(id), plan, me))
                .map(visit -> Notice.then(session, "visit.done.scheduled", "/visits/" + id))
                .onErrorResume(Refused.class, refused -> again(id, me, locale, form, Map.of(), refused));
    }

    @PostMapping("/holding")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> hold(
            @PathVariable String id, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return visiting.hold(Visit.Id.of(id), me)
                .map(visit -> Notice.then(session, "visit.done.held", "/visits/" + id))
                .onErrorResume(Refused.class, refused -> again(id, me, locale, null, Map.of(), refused));
    }

    @PostMapping("/report")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> close(
            @PathVariable String id,
            ServerWebExchange exchange,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        return exchange.getFormData().flatMap(form -> visiting.close(Visit.Id.of(id), report(form), me)
                .map(visit -> Notice.then(session, "visit.done.closed", "/visits/" + id))
                .onErrorResume(
                        Refused.class, refused -> again(id, me, locale, null, form.toSingleValueMap(), refused)));
    }

    /** Answers are numbered as the questions are. */
    private static Visit.Report report(MultiValueMap<String, String> form) {
        var answers = new ArrayList<String>();
        for (var at = 1; form.containsKey("answer-" + at); at++) {
            answers.add(text(form, "answer-" + at));
        }
        return new Visit.Report(answers, text(form, "tries"), text(form, "obstacles"), text(form, "passed"));
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private Mono<Rendering> again(
            String id, Account me, Locale locale, @Nullable PlanForm plan, Map<String, String> typed, Refused refused) {
        return page(id, me, locale, plan, typed, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Mono<Rendering> page(
            String id,
            Account me,
            Locale locale,
            @Nullable PlanForm plan,
            Map<String, String> typed,
            List<Problem> problems,
            HttpStatus status) {
        return visiting.file(Visit.Id.of(id), me).map(file -> Rendering.view("exchange/visit")
                .status(status)
                .modelAttribute("visit", VisitView.of(file, competencies, clock.today(), locale))
                .modelAttribute("form", plan == null ? PlanForm.of(file.visit().plan()) : plan)
                .modelAttribute("typed", typed)
                .modelAttribute("tomorrow", clock.today().plusDays(1))
                .modelAttribute("problems", problems)
                .build());
    }
}
