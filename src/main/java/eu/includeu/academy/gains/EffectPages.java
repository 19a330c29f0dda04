package eu.includeu.academy.gains;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.catalogue.Catalogue;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page on which trainers read what modules bring about, their own and all others. */
@Controller
class EffectPages {

    private final Measuring measuring;
    private final Catalogue catalogue;

    EffectPages(Measuring measuring, Catalogue catalogue) {
        this.measuring = measuring;
        this.catalogue = catalogue;
    }

    @GetMapping("/effects")
    @May(Action.WRITE_MODULE)
    Mono<Rendering> show(@AuthenticationPrincipal Account me, Locale locale) {
        return Mono.zip(measuring.effects(), catalogue.offers(locale.getLanguage()))
                .map(both -> Rendering.view("gains/effects")
                        .modelAttribute("view", EffectView.of(both.getT1(), both.getT2(), me.name()))
                        .build());
    }
}
