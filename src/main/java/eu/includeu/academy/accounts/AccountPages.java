package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The page of one's own account: in which language and in which light the academy appears. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private static final List<String> MODES = List.of("system", "light", "dark");

    /** What a person may set. */
    record Form(@Nullable String language, @Nullable String mode) {

        String languageOrRefuse() {
            if (language == null || !Languages.known(language)) {
                throw new Refused(List.of(Problem.of("language", "account.language.unknown")));
            }
            return language;
        }

        String modeOrRefuse() {
            if (mode == null || !MODES.contains(mode)) {
                throw new Refused(List.of(Problem.of("mode", "account.mode.unknown")));
            }
            return mode;
        }
    }

    private final Settings settings;

    AccountPages(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    @May(Action.SEE_OWN_ACCOUNT)
    Rendering show(@AuthenticationPrincipal Account me) {
        return page(me, List.of(), HttpStatus.OK);
    }

    @PostMapping
    @May(Action.SEE_OWN_ACCOUNT)
    Mono<Rendering> save(@ModelAttribute Form form, @AuthenticationPrincipal Account me, WebSession session) {
        return Mono.defer(() -> settings.save(me.id(), form.languageOrRefuse(), form.modeOrRefuse()))
                .then(Mono.fromSupplier(() -> saved(session)))
                .onErrorResume(
                        Refused.class,
                        refused -> Mono.just(page(me, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT)));
    }

    /** From now on the account's language counts, not one chosen for the visit. */
    private static Rendering saved(WebSession session) {
        session.getAttributes().remove(Languages.ATTRIBUTE);
        return Notice.then(session, "account.saved", "/account");
    }

    private static Rendering page(Account me, List<Problem> problems, HttpStatus status) {
        return Rendering.view("accounts/account")
                .status(status)
                .modelAttribute("me", me)
                .modelAttribute("modes", MODES)
                .modelAttribute("problems", problems)
                .build();
    }
}
