package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** A trainer's brief: taken from the demand, written in a draft, delivered or given back. */
@Controller
@RequestMapping("/briefs")
class BriefPages {

    /** Which demand is taken, and whether a module is translated for it or a new one begun. */
    record TakeForm(
            @Nullable String competency,
            int level,
            @Nullable String reason,
            @Nullable String tongue,
            @Nullable String module) {

        Rung rung(Competencies competencies) {
            var known = competencies.all().stream()
                    .filter(each -> each.id().value().equals(competency))
                    .findFirst()
                    .orElseThrow(() -> new Missing(String.valueOf(competency)));
            return new Rung(known.id(), level);
        }

        Shortfall shortfall() {
            for (var each : Shortfall.values()) {
                if (each.key().equals(reason)) {
                    return each;
                }
            }
            throw new Missing(String.valueOf(reason));
        }
    }

    /** Why a brief is given back. */
    record BackForm(@Nullable String why) {}

    private final Briefing briefing;
    private final Competencies competencies;

    BriefPages(Briefing briefing, Competencies competencies) {
        this.briefing = briefing;
        this.competencies = competencies;
    }

    @PostMapping
    @May(Action.TAKE_DEMAND)
    Mono<Rendering> take(
            @ModelAttribute TakeForm form, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return Mono.fromSupplier(() -> form.rung(competencies))
                .flatMap(rung -> briefing.take(
                        new Briefing.Wanted(
                                rung,
                                competencies.find(rung.competency()),
                                form.shortfall(),
                                Objects.requireNonNullElse(form.tongue(), ""),
                                form.module()),
                        me))
                .map(brief -> Notice.then(session, "brief.taken.done", "/briefs/" + brief.id()));
    }

    @GetMapping("/{id}")
    @May(Action.TAKE_DEMAND)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return page(id, me, locale, "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/{id}/return")
    @May(Action.TAKE_DEMAND)
    Mono<Rendering> giveBack(
            @PathVariable String id,
            @ModelAttribute BackForm form,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        var why = Objects.requireNonNullElse(form.why(), "");
        return briefing.giveBack(Brief.Id.of(id), why, me)
                .map(brief -> Notice.then(session, "brief.given-back.done", "/briefs/" + id))
                .onErrorResume(
                        Refused.class,
                        refused -> page(id, me, locale, why, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Rendering> page(
            String id, Account me, Locale locale, String why, List<Problem> problems, HttpStatus status) {
        return briefing.file(Brief.Id.of(id), me).map(file -> Rendering.view("briefs/brief")
                .status(status)
                .modelAttribute(
                        "brief",
                        BriefView.of(
                                file.brief(),
                                competencies,
                                file.concerned().stream()
                                        .map(each -> each.nameIn(locale.getLanguage()))
                                        .toList()))
                .modelAttribute("why", why)
                .modelAttribute("problems", problems)
                .build());
    }
}
