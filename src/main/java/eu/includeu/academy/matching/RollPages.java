package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.capacity.Naming;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Roll;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The list of people a need is about: who they are, and what each of them holds already. */
@Controller
@RequestMapping("/needs/{id}/people")
class RollPages {

    private final Naming naming;
    private final Competencies competencies;

    RollPages(Naming naming, Competencies competencies) {
        this.naming = naming;
        this.competencies = competencies;
    }

    /**
     * A person on the page.
     *
     * @param level as it stands in the field: what was chosen, what is held, or the usual level
     * @param levels to choose from: what is held and upwards, the wanted one left out
     */
    public record Line(String id, String name, int held, boolean listed, int level, List<Integer> levels) {}

    @GetMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me) {
        return naming.roll(Need.Id.of(id), me).map(roll -> page(roll, null, List.of(), HttpStatus.OK));
    }

    @PostMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> name(
            @PathVariable String id,
            ServerWebExchange exchange,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return exchange.getFormData().flatMap(form -> Mono.fromSupplier(() -> entries(form))
                .flatMap(entries -> naming.name(Need.Id.of(id), entries, me, command(form)))
                .map(need -> Notice.then(session, "need.list.kept", "/needs/" + id))
                .onErrorResume(Refused.class, refused -> naming.roll(Need.Id.of(id), me)
                        .map(roll -> page(roll, form, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT))));
    }

    private Rendering page(
            Roll roll, @Nullable MultiValueMap<String, String> form, List<Problem> problems, HttpStatus status) {
        var ticked = form == null ? null : ticked(form);
        return Rendering.view("matching/people")
                .status(status)
                .modelAttribute("need", roll.need())
                .modelAttribute(
                        "competency", competencies.find(roll.need().terms().competency()))
                .modelAttribute(
                        "people",
                        roll.people().stream()
                                .map(person -> line(roll, person, ticked, form))
                                .toList())
                .modelAttribute("named", roll.named())
                .modelAttribute("problems", problems)
                .modelAttribute("command", form == null ? UUID.randomUUID() : command(form))
                .build();
    }

    private static Line line(
            Roll roll, Roll.Person person, @Nullable Set<String> ticked, @Nullable MultiValueMap<String, String> form) {
        var id = person.id().toString();
        var usual = person.listed()
                ? person.held()
                : Math.max(person.held(), roll.need().terms().current());
        var typed = form == null ? null : form.getFirst("level-" + id);
        var level = typed != null && typed.matches("\\d") ? Integer.parseInt(typed) : usual;
        var levels = IntStream.rangeClosed(person.held(), Math.max(person.held(), roll.highest()))
                .boxed()
                .toList();
        return new Line(
                id,
                person.name(),
                person.held(),
                ticked == null ? person.listed() : ticked.contains(id),
                level,
                levels);
    }

    private static Set<String> ticked(MultiValueMap<String, String> form) {
        return new HashSet<>(form.getOrDefault("officials", List.of()));
    }

    private static List<Roll.Entry> entries(MultiValueMap<String, String> form) {
        try {
            return ticked(form).stream()
                    .map(id -> new Roll.Entry(Account.Id.of(id), level(form.getFirst("level-" + id))))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new Refused(List.of(Problem.of("officials", "need.assign.unknown")));
        }
    }

    /** What is no level is one too many, and refused at its field. */
    private static int level(@Nullable String text) {
        return text == null || text.isBlank() ? 0 : text.matches("\\d") ? Integer.parseInt(text) : -1;
    }

    private static UUID command(MultiValueMap<String, String> form) {
        try {
            return UUID.fromString(String.valueOf(form.getFirst("command")));
        } catch (IllegalArgumentException malformed) {
            return UUID.randomUUID();
        }
    }
}
