package eu.includeu.academy.catalogue;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Missing;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything on offer to readers of one language, by title as that language sorts, by module, and by what it teaches. */
public record Shelf(List<Offer> offers, Map<String, Offer> byModule, Map<Rung, List<Offer>> byRung) {

    public static Shelf of(List<Offer> offers, String reader) {
        var sorted = offers.stream().sorted(byTitle(reader)).toList();
        return new Shelf(
                sorted,
                sorted.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(offer -> offer.id().module(), Function.identity())),
                sorted.stream()
                        .flatMap(offer -> offer.rungs().stream().map(rung -> Map.entry(rung, offer)))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList()))));
    }

    Offer find(String module) {
        return Optional.ofNullable(byModule.get(module)).orElseThrow(() -> new Missing(module));
    }

    /** The newest version of a module, if there is one. */
    public Optional<Offer> module(String module) {
        return Optional.ofNullable(byModule.get(module));
    }

    /** Its title, or its name where it is not on offer any more. */
    public String title(String module) {
        return module(module).map(Offer::title).orElse(module);
    }

    /** What teaches at least one of these rungs: by the index, whatever else is on offer. */
    public List<Offer> teaching(List<Rung> rungs) {
        return rungs.stream()
                .flatMap(rung -> byRung.getOrDefault(rung, List.of()).stream())
                .distinct()
                .toList();
    }

    /** As a reader of the language expects; equal titles by module, so that the order never changes by itself. */
    private static Comparator<Offer> byTitle(String reader) {
        var collator = Collator.getInstance(Locale.forLanguageTag(reader));
        return Comparator.comparing(Offer::title, collator::compare)
                .thenComparing(offer -> offer.id().module());
    }
}
