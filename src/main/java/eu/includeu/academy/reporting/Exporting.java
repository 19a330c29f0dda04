package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.progress.ProgressFigures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Hands out spreadsheets: of the own subtree, some rows at a time, never held whole. */
@Service
class Exporting {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Authorities authorities;
    private final AuthorityFigures figures;
    private final ProgressFigures progress;
    private final Catalogue catalogue;
    private final MessageSource texts;

    Exporting(
            Authorities authorities,
            AuthorityFigures figures,
            ProgressFigures progress,
            Catalogue catalogue,
            MessageSource texts) {
        this.authorities = authorities;
        this.figures = figures;
        this.progress = progress;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** The sheet without its rows; Missing when the asker does not answer for the authority. */
    Mono<CompletionSheet> sheet(UUID authority, Account me, Locale locale) {
        return figures.reached(me.scope().roots(), List.of(authority))
                .next()
                .switchIfEmpty(Mono.error(() -> new Missing(authority)))
                .then(Mono.zip(names(locale.getLanguage()), titles(locale.getLanguage())))
                .map(both -> new CompletionSheet(both.getT1(), both.getT2(), texts, locale));
    }

    /**
     * Some completions of the authority and all below it, after this one; the first without one. Each time is a transaction
     * of its own, so that whoever reads slowly holds no connection meanwhile.
     */
    @Transactional(readOnly = true)
    public Mono<List<ProgressFigures.Row>> completions(UUID authority, ProgressFigures.@Nullable Row last) {
        return last == null
                ? progress.completions(authority, NOTHING, NOTHING)
                : progress.completions(authority, last.authority(), last.id());
    }

    private Mono<Map<UUID, String>> names(String language) {
        return authorities.all().map(all -> all.stream()
                .collect(Collectors.toMap(body -> body.id().value(), body -> body.nameIn(language))));
    }

    private Mono<Map<String, String>> titles(String language) {
        return catalogue.offers(language).map(offers -> offers.stream()
                .collect(Collectors.toMap(offer -> offer.id().module(), offer -> offer.title())));
    }
}
