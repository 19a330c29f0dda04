package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.catalogue.Shelf;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
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

/** The page of one need: its path, its modules with the reasons, its people, and each step that a person decides. */
@Controller
@RequestMapping("/needs/{id}")
class NeedFilePages {

    /** What is sent from the page; each of its forms uses some of it. */
    record Form(
            @Nullable String module,
            @Nullable List<String> officials,
            @Nullable String due,
            @Nullable String reason,
            @Nullable String confirmed,
            @Nullable String note,
            @Nullable String command) {

        static final Form EMPTY = new Form(null, null, null, null, null, null, null);

        Entrusting.Choice choice() {
            return new Entrusting.Choice(module, people(), date());
        }

        UUID order() {
            try {
                return UUID.fromString(String.valueOf(command));
            } catch (IllegalArgumentException malformed) {
                return UUID.randomUUID();
            }
        }

        boolean chose(Account.Id official) {
            return officials != null && officials.contains(official.toString());
        }

        boolean sentPeople() {
            return officials != null;
        }

        private List<Account.Id> people() {
            try {
                return officials == null
                        ? List.of()
                        : officials.stream().distinct().map(Account.Id::of).toList();
            } catch (IllegalArgumentException malformed) {
                throw new Refused(List.of(Problem.of("officials", "need.assign.unknown")));
            }
        }

        private @Nullable LocalDate date() {
            try {
                return LocalDate.parse(String.valueOf(due));
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }

    private final Matching matching;
    private final Entrusting entrusting;
    private final Declaring declaring;
    private final Competencies competencies;
    private final Weights weights;
    private final MessageSource messages;
    private final Clock clock;

    NeedFilePages(
            Matching matching,
            Entrusting entrusting,
            Declaring declaring,
            Competencies competencies,
            Weights weights,
            MessageSource messages,
            Clock clock) {
        this.matching = matching;
        this.entrusting = entrusting;
        this.declaring = declaring;
        this.competencies = competencies;
        this.weights = weights;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.SEE_NEEDS)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me, Locale locale) {
        return page(id, Form.EMPTY, me, locale, List.of(), HttpStatus.OK);
    }

    @PostMapping("/assignments")
    @May(Action.ASSIGN)
    Mono<Rendering> assign(
            @PathVariable String id,
            @ModelAttribute Form form,
            @AuthenticationPrincipal Account me,
            Locale locale,
            WebSession session) {
        return matching.supply(locale.getLanguage())
                .flatMap(supply -> entrusting.assign(Need.Id.of(id), form.choice(), me, supply, form.order()))
                .map(assigned -> Notice.then(session, "need.assigned", "/needs/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, me, locale, refused));
    }

    @PostMapping("/verification")
    @May(Action.VERIFY_NEED)
    Mono<Rendering> verify(
            @PathVariable String id,
            @ModelAttribute Form form,
            @AuthenticationPrincipal Account me,
            Locale locale,
            WebSession session) {
        return declaring
                .verify(Need.Id.of(id), me, form.order())
                .map(need -> Notice.then(session, "need.verified", "/needs/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, me, locale, refused));
    }

    @PostMapping("/withdrawal")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> withdraw(
            @PathVariable String id,
            @ModelAttribute Form form,
            @AuthenticationPrincipal Account me,
            Locale locale,
            WebSession session) {
        return declaring
                .withdraw(Need.Id.of(id), Objects.requireNonNullElse(form.reason(), ""), me, form.order())
                .map(need -> Notice.then(session, "need.withdrawn", "/needs/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, me, locale, refused));
    }

    @PostMapping("/closing")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> close(
            @PathVariable String id,
            @ModelAttribute Form form,
            @AuthenticationPrincipal Account me,
            Locale locale,
            WebSession session) {
        return declaring
                .close(
                        Need.Id.of(id),
                        form.confirmed() != null,
                        Objects.requireNonNullElse(form.note(), ""),
                        me,
                        form.order())
                .map(need -> Notice.then(session, "need.closed", "/needs/" + id))
                .onErrorResume(Refused.class, refused -> again(id, form, me, locale, refused));
    }

    private Mono<Rendering> again(String id, Form form, Account me, Locale locale, Refused refused) {
        return page(id, form, me, locale, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Mono<Rendering> page(
            String id, Form form, Account me, Locale locale, List<Problem> problems, HttpStatus status) {
        return matching.supply(locale.getLanguage())
                .zipWhen(supply -> matching.file(Need.Id.of(id), me, supply))
                .map(both -> Rendering.view("matching/need")
                        .status(status)
                        .modelAttribute("file", both.getT2())
                        .modelAttribute(
                                "view",
                                view(
                                        both.getT2(),
                                        wording(
                                                both.getT1().shelf(),
                                                both.getT2().pace(),
                                                locale),
                                        form,
                                        me))
                        .modelAttribute("problems", problems)
                        .build());
    }

    private NeedView view(NeedFile file, Wording wording, Form form, Account me) {
        var command = form.command() == null
                ? UUID.randomUUID().toString()
                : form.order().toString();
        return NeedView.of(file, wording, form, me, command, clock.today());
    }

    private Wording wording(Shelf shelf, Pace pace, Locale locale) {
        var day = Objects.requireNonNull(messages.getMessage("date.full", null, "d MMMM yyyy", locale));
        return new Wording(locale, competencies, weights.at(pace), shelf::title, day);
    }
}
