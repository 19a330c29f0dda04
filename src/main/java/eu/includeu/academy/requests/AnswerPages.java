package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** One training request: what was asked, what trainers said, and the next step for whoever has one. */
@Controller
@RequestMapping("/requests/{id}")
class AnswerPages {

    /** As typed. */
    public record AnswerForm(
            @Nullable String event,
            @Nullable String said,
            @Nullable String module,
            @Nullable String day,
            @Nullable String command) {

        static AnswerForm fresh() {
            return new AnswerForm("", "", "", "", UUID.randomUUID().toString());
        }

        /** A module that is not on offer is none. */
        Request.Answer read(List<Offer> offers) {
            return new Request.Answer(
                    Arrays.stream(Request.Event.values())
                            .filter(each -> each.key().equals(event))
                            .findFirst()
                            .orElse(null),
                    Objects.requireNonNullElse(said, ""),
                    offers.stream()
                            .map(offer -> offer.id().module())
                            .filter(each -> each.equals(module))
                            .findFirst()
                            .orElse(null),
                    date());
        }

        private @Nullable LocalDate date() {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(day, "").strip());
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }

    private final Requesting requesting;
    private final Competencies competencies;
    private final MessageSource messages;

    AnswerPages(Requesting requesting, Competencies competencies, MessageSource messages) {
        this.requesting = requesting;
        this.competencies = competencies;
        this.messages = messages;
    }

    @GetMapping
    @May(Action.SEE_REQUESTS)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return page(id, AnswerForm.fresh(), List.of(), HttpStatus.OK, me, locale);
    }

    @PostMapping("/answers")
    @May(Action.ANSWER_REQUEST)
    Mono<Rendering> answer(
            @PathVariable String id,
            @ModelAttribute AnswerForm form,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        return requesting
                .offers(locale.getLanguage())
                .map(form::read)
                .flatMap(answer -> requesting.answer(Request.Id.of(id), answer, RequestPages.order(form.command()), me))
                .map(request -> Notice.then(session, "request.answered", "/requests/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, refused, me, locale));
    }

    @PostMapping("/feedback")
    @May(Action.ASK_TRAINING)
    Mono<Rendering> close(
            @PathVariable String id,
            @ModelAttribute AnswerForm form,
            @AuthenticationPrincipal Account me,
            WebSession session,
            Locale locale) {
        return Mono.fromSupplier(() -> Request.Id.of(id))
                .flatMap(request -> requesting.close(
                        request, Objects.requireNonNullElse(form.said(), ""), RequestPages.order(form.command()), me))
                .map(request -> Notice.then(session, "request.closed", "/requests/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, refused, me, locale));
    }

    private Mono<Rendering> again(String id, AnswerForm form, Refused refused, Account me, Locale locale) {
        return page(id, form, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT, me, locale);
    }

    private Mono<Rendering> page(
            String id, AnswerForm form, List<Problem> problems, HttpStatus status, Account me, Locale locale) {
        return Mono.fromSupplier(() -> Request.Id.of(id))
                .flatMap(request -> requesting.file(request, me))
                .zipWith(requesting.offers(locale.getLanguage()))
                .map(both -> Rendering.view("requests/request")
                        .status(status)
                        .modelAttribute("request", RequestView.of(both.getT1(), competencies, both.getT2(), me, locale))
                        .modelAttribute("modules", modules(both.getT2(), locale))
                        .modelAttribute("form", form)
                        .modelAttribute("problems", problems)
                        .build());
    }

    private List<RequestPages.Choice> modules(List<Offer> offers, Locale locale) {
        return Stream.concat(
                        Stream.of(
                                new RequestPages.Choice("", messages.getMessage("request.module.none", null, locale))),
                        offers.stream()
                                .map(offer -> new RequestPages.Choice(offer.id().module(), offer.title())))
                .toList();
    }
}
