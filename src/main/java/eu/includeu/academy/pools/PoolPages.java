package eu.includeu.academy.pools;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Where coordinators are asked to join authorities that lack the same. */
@Controller
@RequestMapping("/pools")
class PoolPages {

    /** Whose answer, and which. */
    record AnswerForm(@Nullable String authority, @Nullable String answer) {

        Authority.Id who() {
            try {
                return new Authority.Id(UUID.fromString(Objects.requireNonNullElse(authority, "")));
            } catch (IllegalArgumentException malformed) {
                throw new Missing(String.valueOf(authority));
            }
        }
    }

    /**
     * An invitation as the page shows it.
     *
     * @param joined names of the others that have said yes
     */
    public record Row(
            String pool,
            String authority,
            String authorityName,
            Competency competency,
            int level,
            String languageName,
            String format,
            int officials,
            int places,
            String answer,
            List<String> joined) {

        public boolean isAsked() {
            return answer.equals("asked");
        }
    }

    private final Pooling pooling;
    private final Authorities authorities;
    private final Competencies competencies;

    PoolPages(Pooling pooling, Authorities authorities, Competencies competencies) {
        this.pooling = pooling;
        this.authorities = authorities;
        this.competencies = competencies;
    }

    @GetMapping
    @May(Action.JOIN_OTHERS)
    Mono<Rendering> list(@AuthenticationPrincipal Account me, Locale locale) {
        return Mono.zip(pooling.invitations(me), pooling.joined(), authorities.all())
                .map(all -> Rendering.view("pools/pools")
                        .modelAttribute(
                                "rows", rows(all.getT1(), all.getT2(), names(all.getT3(), locale.getLanguage())))
                        .build());
    }

    @PostMapping("/{id}/answer")
    @May(Action.JOIN_OTHERS)
    Mono<Rendering> answer(
            @PathVariable String id,
            @ModelAttribute AnswerForm form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return Mono.fromSupplier(form::who)
                .flatMap(who -> pooling.answer(Pool.Id.of(id), who, Objects.requireNonNullElse(form.answer(), ""), me))
                .map(answer -> Notice.then(session, "pool.answered." + answer.key(), "/pools"));
    }

    private List<Row> rows(List<Pool.Invitation> all, List<Pool.Joined> joined, Map<Authority.Id, String> names) {
        return all.stream().map(each -> row(each, joined, names)).toList();
    }

    private Row row(Pool.Invitation invitation, List<Pool.Joined> joined, Map<Authority.Id, String> names) {
        var pool = invitation.pool();
        return new Row(
                pool.id().toString(),
                invitation.authority().toString(),
                names.getOrDefault(invitation.authority(), ""),
                competencies.find(pool.rung().competency()),
                pool.rung().level(),
                Languages.nameOf(pool.language()),
                pool.format().key(),
                pool.officials(),
                invitation.places(),
                invitation.answer().key(),
                joined.stream()
                        .filter(other -> other.pool().equals(pool.id()))
                        .filter(other -> !other.authority().equals(invitation.authority()))
                        .map(other -> names.getOrDefault(other.authority(), ""))
                        .toList());
    }

    private static Map<Authority.Id, String> names(List<Authority> all, String language) {
        return all.stream()
                .map(each -> Map.entry(each.id(), each.nameIn(language)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }
}
