package eu.includeu.academy.library;

import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.VersionId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Looking for modules by words, theme, language and length. */
@Service
class Searching {

    private final Catalogue catalogue;

    Searching(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is on offer and fits, by title as the reader's language sorts. */
    Mono<List<Offer>> find(Search search, String reader) {
        var fitting = catalogue
                .offers(reader)
                .map(all -> all.stream().filter(search::admits).toList());
        return search.isWord() ? fitting.zipWith(catalogue.matching(search.words()), Searching::only) : fitting;
    }

    private static List<Offer> only(List<Offer> offers, Set<VersionId> found) {
        return offers.stream().filter(offer -> found.contains(offer.id())).toList();
    }
}
