package eu.includeu.academy.demand;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A demand: what authorities of some regions need on a rung in a language, and cannot have for the same reason. Regions
 * share no authority, so their figures add up.
 */
public record Sum(
        Rung rung,
        @Nullable Shortfall reason,
        String language,
        long authorities,
        long officials,
        long weight,
        @Nullable LocalDate earliest) {

    private record Group(Rung rung, @Nullable Shortfall reason, String language) {}

    /** The heaviest first; equals by rung, language and reason. */
    public static final Comparator<Sum> ORDER = Comparator.comparingLong((Sum sum) -> -sum.weight())
            .thenComparing(Sum::rung)
            .thenComparing(Sum::language)
            .thenComparing(sum -> String.valueOf(sum.reason()));

    public static List<Sum> of(Collection<Total> totals) {
        return totals.stream()
                .collect(Collectors.groupingBy(total -> new Group(total.rung(), total.reason(), total.language())))
                .entrySet()
                .stream()
                .map(group -> new Sum(
                        group.getKey().rung(),
                        group.getKey().reason(),
                        group.getKey().language(),
                        group.getValue().stream().mapToLong(Total::authorities).sum(),
                        group.getValue().stream().mapToLong(Total::officials).sum(),
                        group.getValue().stream().mapToLong(Total::weight).sum(),
                        group.getValue().stream()
                                .map(Total::earliest)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null)))
                .sorted(ORDER)
                .toList();
    }
}
