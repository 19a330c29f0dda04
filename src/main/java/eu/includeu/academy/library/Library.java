package eu.includeu.academy.library;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Languages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the library: what fits a search, the reader's own language first, and what there is in other languages when
 * there is nothing in the wanted one.
 *
 * @param found everything that fits, in the order shown
 * @param elsewhere the same without regard to the language, when nothing was found in it
 */
public record Library(Search search, String reader, List<Offer> found, List<Offer> elsewhere) {

    private static final int ROWS = 20;

    /** How many there are in a language. */
    public record Count(String language, long modules) {

        public String name() {
            return Languages.nameOf(language);
        }
    }

    public Library {
        found = found.stream()
                .sorted(Comparator.comparing(offer -> !offer.isIn(reader)))
                .toList();
        elsewhere = List.copyOf(elsewhere);
    }

    public List<Offer> rows() {
        return found.stream().skip(start()).limit(ROWS).toList();
    }

    public int total() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The language in which nothing was found: the one that was asked for, or the reader's own. */
    public @Nullable String missing() {
        if (isEmpty()) {
            return elsewhere.isEmpty() ? null : search.edition();
        }
        return search.edition() == null && found.stream().noneMatch(offer -> offer.isIn(reader)) ? reader : null;
    }

    /** Its name in itself. */
    public String missingName() {
        var tag = missing();
        return tag == null ? "" : Languages.known(tag) ? Languages.nameOf(tag) : tag;
    }

    /** The address of the same search in any language. */
    public String inAnyLanguage() {
        return search.inAnyLanguage().from(null);
    }

    /** In which languages there is something instead: English first, then where there is most. */
    public List<Count> instead() {
        return counts(isEmpty() ? elsewhere : found).limit(2).toList();
    }

    public int page() {
        return start() / ROWS + 1;
    }

    public int pages() {
        return (total() + ROWS - 1) / ROWS;
    }

    public @Nullable String before() {
        var first = start();
        if (first == 0) {
            return null;
        }
        var end = first - ROWS;
        return search.from(end <= 0 ? null : found.get(end - 1).id().module());
    }

    public @Nullable String after() {
        var end = start() + ROWS;
        return end < total() ? search.from(found.get(end - 1).id().module()) : null;
    }

    /** The row after the module that ended the page before; the first when there is no such module any more. */
    private int start() {
        for (var at = 0; at < found.size(); at++) {
            if (found.get(at).id().module().equals(search.after())) {
                return at + 1 < found.size() ? at + 1 : 0;
            }
        }
        return 0;
    }

    private static Stream<Count> counts(List<Offer> offers) {
        Map<String, Long> counted = offers.stream()
                .flatMap(offer -> offer.languages().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Count count) -> !count.language().equals("en"))
                        .thenComparing(Count::modules, Comparator.reverseOrder())
                        .thenComparing(Count::language));
    }
}
