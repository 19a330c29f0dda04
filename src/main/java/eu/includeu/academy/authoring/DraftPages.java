package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** A trainer's pages: the desk with all drafts, a new one, and the one being written, checked as it is typed. */
@Controller
@RequestMapping("/drafts")
class DraftPages {

    /**
     * How a draft begins.
     *
     * @param start blank, next or translation
     */
    public record StartForm(
            @Nullable String start,
            @Nullable String title,
            @Nullable String theme,
            @Nullable String language,
            @Nullable String module,
            @Nullable String into) {

        static final StartForm EMPTY = new StartForm("blank", null, null, null, null, null);
    }

    /** Something to choose in a form. */
    public record Choice(String value, String label) {}

    /** What was typed, and which version of the draft it was typed over. */
    record TextForm(@Nullable String source, int version) {

        String typed() {
            return Objects.requireNonNullElse(source, "").replace("\r\n", "\n");
        }
    }

    private final Authoring authoring;
    private final Checking checking;
    private final Catalogue catalogue;
    private final BlankPage blank;
    private final Competencies competencies;
    private final Clock clock;

    DraftPages(
            Authoring authoring,
            Checking checking,
            Catalogue catalogue,
            BlankPage blank,
            Competencies competencies,
            Clock clock) {
        this.authoring = authoring;
        this.checking = checking;
        this.catalogue = catalogue;
        this.blank = blank;
        this.competencies = competencies;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.WRITE_MODULE)
    Mono<Rendering> desk(@AuthenticationPrincipal Account me, Locale locale) {
        return Mono.zip(authoring.desk(me.id()), titles(locale)).map(both -> Rendering.view("authoring/drafts")
                .modelAttribute("desk", both.getT1())
                .modelAttribute("titles", both.getT2())
                .build());
    }

    @GetMapping("/new")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> blank(@AuthenticationPrincipal Account me, Locale locale) {
        return start(StartForm.EMPTY, List.of(), HttpStatus.OK, me, locale);
    }

    @PostMapping
    @May(Action.WRITE_MODULE)
    Mono<Rendering> begin(@ModelAttribute StartForm form, @AuthenticationPrincipal Account me, Locale locale) {
        return begun(form, me)
                .map(draft -> seeOther("/drafts/" + draft.id()))
                .onErrorResume(
                        Refused.class,
                        refused -> start(form, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT, me, locale));
    }

    @GetMapping("/{id}")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> show(@PathVariable Draft.Id id, @AuthenticationPrincipal Account me) {
        return authoring.own(id, me.id()).flatMap(draft -> editor(draft, draft.source(), List.of(), HttpStatus.OK));
    }

    @PostMapping("/{id}")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> save(
            @PathVariable Draft.Id id,
            @ModelAttribute TextForm form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return authoring
                .write(id, form.version(), form.typed(), me.id())
                .map(draft -> Notice.then(session, "draft.saved", "/drafts/" + id))
                .onErrorResume(error -> again(id, form, me, error));
    }

    /** Reads what is typed, and keeps nothing. */
    @PostMapping("/{id}/preview")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> preview(
            @PathVariable Draft.Id id, @ModelAttribute TextForm form, @AuthenticationPrincipal Account me) {
        return authoring
                .own(id, me.id())
                .flatMap(draft -> editor(draft.at(form.version()), form.typed(), List.of(), HttpStatus.OK));
    }

    @PostMapping("/{id}/submission")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> submit(
            @PathVariable Draft.Id id,
            @ModelAttribute TextForm form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return authoring
                .submit(id, form.version(), form.typed(), me.id())
                .map(draft -> Notice.then(session, "draft.submitted", "/drafts/" + id))
                .onErrorResume(error -> again(id, form, me, error));
    }

    private Mono<Draft> begun(StartForm form, Account me) {
        var module = Objects.requireNonNullElse(form.module(), "");
        var language = Objects.requireNonNullElse(form.language(), "");
        return switch (Objects.requireNonNullElse(form.start(), "")) {
            case "next" -> authoring.beginNext(module, me);
            case "translation" -> authoring.beginTranslation(module, Objects.requireNonNullElse(form.into(), ""), me);
            default ->
                Mono.fromSupplier(() -> blank.write(
                                Objects.requireNonNullElse(form.title(), ""),
                                Objects.requireNonNullElse(form.theme(), ""),
                                language,
                                clock.today()))
                        .flatMap(text -> authoring.begin(text, me));
        };
    }

    private Mono<Rendering> start(
            StartForm form, List<Problem> problems, HttpStatus status, Account me, Locale locale) {
        return Mono.zip(authoring.desk(me.id()), catalogue.offers(locale.getLanguage()), titles(locale))
                .map(parts -> Rendering.view("authoring/draft-new")
                        .status(status)
                        .modelAttribute("form", form)
                        .modelAttribute("problems", problems)
                        .modelAttribute("own", parts.getT1().published())
                        .modelAttribute("offers", parts.getT2())
                        .modelAttribute("titles", parts.getT3())
                        .modelAttribute("themes", themes(locale))
                        .modelAttribute("languages", languages())
                        .build());
    }

    /** The page of the text, with what is wrong with it and how it will look; what was typed stays in it. */
    private Mono<Rendering> editor(Draft draft, String typed, List<Problem> problems, HttpStatus status) {
        return checking.check(typed).map(checked -> Rendering.view("authoring/draft")
                .status(status)
                .modelAttribute("draft", draft)
                .modelAttribute("source", typed)
                .modelAttribute("checked", checked)
                .modelAttribute("problems", problems)
                .build());
    }

    private Mono<Rendering> again(Draft.Id id, TextForm form, Account me, Throwable error) {
        if (error instanceof Stale) {
            var stale = List.of(Problem.of("source", "draft.stale"));
            return authoring.own(id, me.id()).flatMap(draft -> editor(draft, form.typed(), stale, HttpStatus.CONFLICT));
        }
        if (error instanceof Refused refused) {
            return authoring
                    .own(id, me.id())
                    .flatMap(draft -> editor(
                            draft.at(form.version()),
                            form.typed(),
                            inShort(refused),
                            HttpStatus.UNPROCESSABLE_CONTENT));
        }
        return Mono.error(error);
    }

    /** What is wrong with the text stands beside it with its lines; at the top it is said once. */
    private static List<Problem> inShort(Refused refused) {
        var others = refused.problems().stream()
                .filter(problem -> !problem.code().startsWith("format."))
                .collect(Collectors.toList());
        if (others.size() < refused.problems().size()) {
            others.add(
                    Problem.of("source", "draft.not-whole", refused.problems().size() - others.size()));
        }
        return others;
    }

    private Mono<Map<String, Offer>> titles(Locale locale) {
        return catalogue.offers(locale.getLanguage()).map(offers -> offers.stream()
                .collect(Collectors.toMap(offer -> offer.id().module(), Function.identity())));
    }

    private List<Choice> themes(Locale locale) {
        return competencies.themes().stream()
                .map(theme -> new Choice(theme.id(), theme.name(locale)))
                .toList();
    }

    private static List<Choice> languages() {
        return Languages.ALL.stream()
                .map(tag -> new Choice(tag, Languages.nameOf(tag)))
                .toList();
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
