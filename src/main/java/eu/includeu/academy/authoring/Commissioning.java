package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Begins a draft for somebody who wants to write what is missing: with the rung and the language in their places. */
@Service
public class Commissioning {

    private final Authoring authoring;
    private final BlankPage blank;

    Commissioning(Authoring authoring, BlankPage blank) {
        this.authoring = authoring;
        this.blank = blank;
    }

    /**
     * A trainer's new draft; which one.
     *
     * @param module whose newest version is to be translated, or null where a new module is begun
     */
    @Transactional
    public Mono<UUID> begin(
            Rung rung, Competency competency, String language, @Nullable String module, LocalDate today, Account me) {
        var draft = module == null
                ? Mono.fromSupplier(() -> blank.write(title(competency, language), rung, language, today))
                        .flatMap(text -> authoring.begin(text, me))
                : authoring.beginTranslation(module, language, me);
        return draft.map(begun -> begun.id().value());
    }

    private static String title(Competency competency, String language) {
        return competency.name(Locale.forLanguageTag(language));
    }
}
