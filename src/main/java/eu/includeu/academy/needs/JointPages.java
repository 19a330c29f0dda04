package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.capacity.Need;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Saying whether an authority would act together with others that declared the same. */
@Controller
class JointPages {

    /** The word that is given, and the order that the form carries. */
    record Form(@Nullable String ready, @Nullable String command) {

        UUID order() {
            try {
                return UUID.fromString(String.valueOf(command));
            } catch (IllegalArgumentException malformed) {
                return UUID.randomUUID();
            }
        }
    }

    private final Joining joining;

    JointPages(Joining joining) {
        this.joining = joining;
    }

    @PostMapping("/needs/{id}/joining")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> say(
            @PathVariable String id,
            @ModelAttribute Form form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        var ready = "yes".equals(form.ready());
        return joining.say(Need.Id.of(id), ready, me, form.order())
                .map(need -> Notice.then(
                        session, ready ? "need.joint.said" : "need.joint.unsaid", "/needs/" + id + "#joint"));
    }
}
