package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages of an attempt: the paper, an answer to it, and handing it in. */
@Controller
@RequestMapping("/attempts/{id}")
class AttemptPages {

    /** What a script is told once an answer is kept: until then it goes on sending. */
    record Kept(int sequence) {}

    private final Assessment assessment;
    private final Catalogue catalogue;

    AttemptPages(Assessment assessment, Catalogue catalogue) {
        this.assessment = assessment;
        this.catalogue = catalogue;
    }

    @GetMapping
    @May(Action.LEARN)
    Mono<Rendering> show(@PathVariable Attempt.Id id, @AuthenticationPrincipal Account me, Locale locale) {
        return assessment.sheet(id, me.id()).flatMap(sheet -> page(sheet, null, locale));
    }

    @PostMapping("/answers/{place}")
    @May(Action.LEARN)
    Mono<Rendering> answer(
            @PathVariable Attempt.Id id,
            @PathVariable int place,
            @AuthenticationPrincipal Account me,
            Locale locale,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> take(id, place, me, locale, form)
                .thenReturn(seeOther("/attempts/" + id + "#q" + place))
                .onErrorResume(Refused.class, refused -> again(id, place, me, locale, form, refused)));
    }

    @PostMapping(path = "/answers/{place}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @May(Action.LEARN)
    Mono<Kept> answerByScript(
            @PathVariable Attempt.Id id,
            @PathVariable int place,
            @AuthenticationPrincipal Account me,
            Locale locale,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> take(id, place, me, locale, form))
                .map(kept -> new Kept(kept.sequence()));
    }

    /** Asks once whether a paper with open questions is to be handed in. */
    @GetMapping("/submission")
    @May(Action.LEARN)
    Mono<Rendering> ask(@PathVariable Attempt.Id id, @AuthenticationPrincipal Account me, Locale locale) {
        return assessment.sheet(id, me.id()).flatMap(sheet -> question(sheet, locale));
    }

    @PostMapping("/submission")
    @May(Action.LEARN)
    Mono<Rendering> submit(@PathVariable Attempt.Id id, @AuthenticationPrincipal Account me, SubmissionForm form) {
        return assessment
                .sheet(id, me.id())
                .flatMap(sheet -> form.mayHandIn(sheet)
                        ? assessment.submit(id, me.id(), form.version()).thenReturn(seeOther(result(id)))
                        : Mono.just(
                                seeOther(sheet.attempt().isGraded() ? result(id) : "/attempts/" + id + "/submission")));
    }

    /**
     * How a paper is handed in.
     *
     * @param version of the attempt as it was shown
     * @param sure whether open questions were pointed out
     */
    record SubmissionForm(int version, @Nullable Boolean sure) {

        boolean mayHandIn(Sheet sheet) {
            var asked = Boolean.TRUE.equals(sure);
            return !sheet.attempt().isGraded() && (asked || sheet.unanswered().isEmpty());
        }
    }

    private Mono<Given> take(Attempt.Id id, int place, Account me, Locale locale, MultiValueMap<String, String> form) {
        return Mono.fromSupplier(() -> given(form))
                .flatMap(given -> assessment.answer(id, me.id(), place - 1, given, locale));
    }

    private Mono<Rendering> again(
            Attempt.Id id, int place, Account me, Locale locale, MultiValueMap<String, String> form, Refused refused) {
        return assessment
                .sheet(id, me.id())
                .filter(sheet -> sheet.attempt().paper().has(place - 1)
                        && !sheet.attempt().isGraded())
                .switchIfEmpty(Mono.error(refused))
                .flatMap(sheet -> page(sheet, new Asked.Untaken(place - 1, answer(form), refused.problems()), locale));
    }

    private Mono<Rendering> page(Sheet sheet, Asked.@Nullable Untaken untaken, Locale locale) {
        return sheet.attempt().isGraded()
                ? Mono.just(seeOther(result(sheet.attempt().id())))
                : catalogue
                        .offer(sheet.attempt().subject(), locale.getLanguage())
                        .map(offer -> Rendering.view("assessment/attempt")
                                .status(untaken == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                                .modelAttribute("offer", offer)
                                .modelAttribute("attempt", sheet.attempt())
                                .modelAttribute("questions", Asked.of(sheet, untaken))
                                .modelAttribute("unanswered", sheet.unanswered().size())
                                .modelAttribute("problems", untaken == null ? List.of() : untaken.atItsPlace())
                                .build());
    }

    private Mono<Rendering> question(Sheet sheet, Locale locale) {
        return sheet.attempt().isGraded()
                ? Mono.just(seeOther(result(sheet.attempt().id())))
                : catalogue
                        .offer(sheet.attempt().subject(), locale.getLanguage())
                        .map(offer -> Rendering.view("assessment/submission")
                                .modelAttribute("offer", offer)
                                .modelAttribute("attempt", sheet.attempt())
                                .modelAttribute("open", open(sheet))
                                .build());
    }

    private static List<Asked> open(Sheet sheet) {
        return Asked.of(sheet, null).stream()
                .filter(asked -> sheet.unanswered().contains(asked.place() - 1))
                .toList();
    }

    private static Given given(MultiValueMap<String, String> form) {
        return new Given(key(form.getFirst("key")), sequence(form.getFirst("sequence")), answer(form));
    }

    /** Field by field, so that a comma in a number stays a comma. */
    private static Answer answer(MultiValueMap<String, String> form) {
        return new Answer(Optional.ofNullable(form.get("given")).orElse(List.of()));
    }

    private static UUID key(@Nullable String text) {
        try {
            return UUID.fromString(Optional.ofNullable(text).orElse(""));
        } catch (IllegalArgumentException broken) {
            throw new Refused("answer.key");
        }
    }

    private static int sequence(@Nullable String text) {
        try {
            return Integer.parseInt(Optional.ofNullable(text).orElse(""));
        } catch (NumberFormatException broken) {
            throw new Refused("answer.sequence");
        }
    }

    private static String result(Attempt.Id id) {
        return "/attempts/" + id + "/result";
    }

    private static Rendering seeOther(String target) {
        return Rendering.redirectTo(target).status(HttpStatus.SEE_OTHER).build();
    }
}
