package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Training requests: what was asked, how far it has come, and asking. */
@Controller
@RequestMapping("/requests")
class RequestPages {

    /** As typed. */
    public record AskForm(
            @Nullable String authority,
            @Nullable String need,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String tongue,
            @Nullable String command) {

        static AskForm fresh(@Nullable String need, Locale reader) {
            return new AskForm(
                    "", need, "", "", reader.getLanguage(), UUID.randomUUID().toString());
        }

        Requesting.Wish read() {
            return new Requesting.Wish(
                    house(),
                    about(),
                    Objects.requireNonNullElse(subject, ""),
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(tongue, ""),
                    order(command));
        }

        /** The need that it is about, or null. */
        Need.@Nullable Id about() {
            return need == null || need.isBlank() ? null : Need.Id.of(need);
        }

        private Authority.@Nullable Id house() {
            try {
                return new Authority.Id(UUID.fromString(String.valueOf(authority)));
            } catch (IllegalArgumentException none) {
                return null;
            }
        }
    }

    /** A choice of a list. */
    public record Choice(String value, String label) {}

    private final Requesting requesting;
    private final Competencies competencies;
    private final MessageSource messages;

    RequestPages(Requesting requesting, Competencies competencies, MessageSource messages) {
        this.requesting = requesting;
        this.competencies = competencies;
        this.messages = messages;
    }

    @GetMapping
    @May(Action.SEE_REQUESTS)
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String need, @AuthenticationPrincipal Account me, Locale locale) {
        return page(AskForm.fresh(need, locale), List.of(), HttpStatus.OK, me, locale);
    }

    @PostMapping
    @May(Action.ASK_TRAINING)
    Mono<Rendering> ask(
            @ModelAttribute AskForm form, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return Mono.fromSupplier(form::read)
                .flatMap(wish -> requesting.ask(wish, me))
                .map(request -> Notice.then(session, "request.asked", "/requests/" + request.id()))
                .onErrorResume(
                        Refused.class,
                        refused -> page(form, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT, me, locale));
    }

    /** An order that the form carries, so that sending it twice does it once. */
    static UUID order(@Nullable String command) {
        try {
            return UUID.fromString(String.valueOf(command));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    private Mono<Rendering> page(AskForm form, List<Problem> problems, HttpStatus status, Account me, Locale locale) {
        return Mono.zip(requesting.all(me), desk(form, me)).map(both -> {
            var rows = both.getT1().stream()
                    .map(entry -> RequestView.row(entry, competencies, locale))
                    .toList();
            return Rendering.view("requests/list")
                    .status(status)
                    .modelAttribute("rows", rows)
                    .modelAttribute(
                            "open",
                            rows.stream()
                                    .filter(row -> row.state().equals("open"))
                                    .count())
                    .modelAttribute("form", form)
                    .modelAttribute("houses", houses(both.getT2(), locale))
                    .modelAttribute("needs", needs(both.getT2(), locale))
                    .modelAttribute("languages", languages())
                    .modelAttribute("mayAsk", me.may(Action.ASK_TRAINING))
                    .modelAttribute("mayAnswer", me.may(Action.ANSWER_REQUEST))
                    .modelAttribute("problems", problems)
                    .build();
        });
    }

    private Mono<Requesting.Desk> desk(AskForm form, Account me) {
        return me.may(Action.ASK_TRAINING)
                ? Mono.fromSupplier(form::read).flatMap(wish -> requesting.desk(me, wish.need()))
                : Mono.just(new Requesting.Desk(List.of(), List.of()));
    }

    private static List<Choice> houses(Requesting.Desk desk, Locale locale) {
        return desk.houses().stream()
                .map(house -> new Choice(house.id().toString(), house.nameIn(locale.getLanguage())))
                .toList();
    }

    private List<Choice> needs(Requesting.Desk desk, Locale locale) {
        return Stream.concat(
                        Stream.of(new Choice("", message("request.need.none", locale))),
                        desk.needs().stream()
                                .filter(need -> competencies.has(need.terms().competency()))
                                .map(need -> new Choice(need.id().toString(), label(need, locale))))
                .toList();
    }

    private String label(Need need, Locale locale) {
        var terms = need.terms();
        return message(
                "request.need.label",
                locale,
                competencies.find(terms.competency()).name(locale),
                terms.target(),
                terms.staff());
    }

    private static List<Choice> languages() {
        return Languages.ALL.stream()
                .map(tag -> new Choice(tag, Languages.nameOf(tag)))
                .toList();
    }

    private String message(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
