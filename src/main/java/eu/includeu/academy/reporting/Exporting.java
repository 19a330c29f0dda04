package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.progress.ProgressFigures;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out spreadsheets: of the own subtree, row by row, never held whole. */
@Service
class Exporting {

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
        return figures.below(me.scope().roots())
                .filter(authority::equals)
                .next()
                .switchIfEmpty(Mono.error(() -> new Missing(authority)))
                .then(Mono.zip(names(locale.getLanguage()), titles(locale.getLanguage())))
                .map(both -> new CompletionSheet(both.getT1(), both.getT2(), texts, locale));
    }

    /** Every completion of the authority and all below it, as fast as the reader takes them, in one transaction. */
    @Transactional(readOnly = true)
    public Flux<ProgressFigures.Row> completions(UUID authority) {
        return progress.completions(authority);
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
