package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** Practices: what authorities do that others can learn from. */
@Controller
@RequestMapping("/practices")
class PracticePages {

    /** As typed. */
    public record PracticeForm(
            @Nullable String authority,
            @Nullable String competency,
            @Nullable String title,
            @Nullable String summary) {

        static final PracticeForm EMPTY = new PracticeForm("", "", "", "");

        Practice read(Competencies competencies) {
            return Practice.submit(
                    house(),
                    Objects.requireNonNullElse(competency, ""),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(summary, ""),
                    competencies);
        }

        private Authority.Id house() {
            try {
                return new Authority.Id(UUID.fromString(Objects.requireNonNullElse(authority, "")));
            } catch (IllegalArgumentException malformed) {
                throw new Refused(List.of(Problem.of("authority", "need.authority.missing")));
            }
        }
    }

    /** A practice in the list. */
    public record Row(
            String id, String title, String summary, Competency competency, String authority, boolean published) {}

    /** A theme with its competencies, for the list to choose from. */
    public record Group(Theme theme, List<Competency> competencies) {}

    private final Joining joining;
    private final Competencies competencies;

    PracticePages(Joining joining, Competencies competencies) {
        this.joining = joining;
        this.competencies = competencies;
    }

    @GetMapping
    @May(Action.SEE_PEERS)
    Mono<Rendering> list(@AuthenticationPrincipal Account me, Locale locale) {
        return page(PracticeForm.EMPTY, List.of(), HttpStatus.OK, me, locale);
    }

    @PostMapping
    @May(Action.VISIT_PEERS)
    Mono<Rendering> submit(
            @ModelAttribute PracticeForm form, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return Mono.fromSupplier(() -> form.read(competencies))
                .flatMap(practice -> joining.submit(practice, me))
                .then(Mono.fromSupplier(() -> Notice.then(session, "practice.submitted", "/practices")))
                .onErrorResume(
                        Refused.class,
                        refused -> page(form, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT, me, locale));
    }

    @PostMapping("/{id}/publication")
    @May(Action.PAIR_PEERS)
    Mono<Rendering> publish(@PathVariable String id, WebSession session) {
        return joining.publish(Practice.Id.of(id))
                .then(Mono.fromSupplier(() -> Notice.then(session, "practice.published", "/practices")));
    }

    private Mono<Rendering> page(
            PracticeForm form, List<Problem> problems, HttpStatus status, Account me, Locale locale) {
        return Mono.zip(joining.practices(), joining.everybody(), joining.houses(me))
                .map(all -> Rendering.view("exchange/practices")
                        .status(status)
                        .modelAttribute("rows", rows(all.getT1(), names(all.getT2(), locale)))
                        .modelAttribute(
                                "houses",
                                all.getT3().stream()
                                        .map(house -> new PeerPages.Choice(
                                                house.id().toString(), house.nameIn(locale.getLanguage())))
                                        .toList())
                        .modelAttribute("form", form)
                        .modelAttribute(
                                "groups",
                                competencies.themes().stream()
                                        .map(theme -> new Group(theme, competencies.of(theme)))
                                        .toList())
                        .modelAttribute("maySubmit", me.may(Action.VISIT_PEERS))
                        .modelAttribute("mayPublish", me.may(Action.PAIR_PEERS))
                        .modelAttribute("problems", problems)
                        .build());
    }

    private List<Row> rows(List<Practice> practices, Map<Authority.Id, String> names) {
        return practices.stream()
                .filter(practice -> competencies.has(practice.competency()))
                .map(practice -> new Row(
                        practice.id().toString(),
                        practice.title(),
                        practice.summary(),
                        competencies.find(practice.competency()),
                        names.getOrDefault(practice.authority(), ""),
                        practice.published()))
                .toList();
    }

    private static Map<Authority.Id, String> names(List<Authority> all, Locale locale) {
        return all.stream().collect(Collectors.toMap(Authority::id, each -> each.nameIn(locale.getLanguage())));
    }
}
