package eu.includeu.academy.welcome;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Plural;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What stands at the front door: the start page for visitors, and for everyone else the room they work in. */
@Controller
class StartPages {

    private static final List<String> THEMES = List.of("labour", "health", "education", "citizenship", "housing");

    private final Welcoming welcoming;
    private final Catalogue catalogue;
    private final Competencies competencies;

    StartPages(Welcoming welcoming, Catalogue catalogue, Competencies competencies) {
        this.welcoming = welcoming;
        this.catalogue = catalogue;
        this.competencies = competencies;
    }

    @GetMapping("/")
    @May(Action.SEE_START)
    Mono<Rendering> enter(@AuthenticationPrincipal @Nullable Account me, Locale locale) {
        if (me == null) {
            return Mono.just(start(locale));
        }
        if (me.is(Role.COORDINATOR)) {
            return Mono.just(goTo("/overview"));
        }
        if (me.is(Role.TRAINER)) {
            return Mono.just(goTo("/drafts"));
        }
        if (me.is(Role.ADMINISTRATOR)) {
            return Mono.just(goTo("/map"));
        }
        return catalogue
                .offers(locale.getLanguage())
                .flatMap(offers -> welcoming.home(me, offers, locale))
                .map(home -> home(home, locale));
    }

    private Rendering home(Home home, Locale locale) {
        return Rendering.view("welcome/home")
                .modelAttribute("home", home)
                .modelAttribute("competencies", competencies)
                .modelAttribute("plural", Plural.in(locale))
                .build();
    }

    private static Rendering start(Locale locale) {
        return Rendering.view("welcome/start")
                .modelAttribute("themes", THEMES)
                .modelAttribute("countries", RegionMap.countryNames(locale).keySet())
                .build();
    }

    private static Rendering goTo(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
