package eu.includeu.academy.briefs;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Supply;
import eu.includeu.academy.demand.Total;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How well what is on offer fits what is wanted, for each theme and language: {@code 1 - 1/2 * sum |demand share - supply
 * share|} over the rungs of the theme. Demand is places wanted in the language, supply is modules that can be read in it.
 * One is a perfect fit; zero says that nothing on offer is wanted, or that nothing is on offer.
 *
 * @param index from 0 to 1, or null where nothing is wanted
 * @param wanted places
 * @param modules that teach at least one rung of the theme in the language
 */
record Alignment(String theme, String language, @Nullable Double index, long wanted, int modules) {

    static Alignment of(
            String theme, String language, Collection<Total> totals, Supply supply, Predicate<Rung> ofTheme) {
        var demand = new HashMap<Rung, Double>();
        totals.stream()
                .filter(total -> ofTheme.test(total.rung()) && total.language().equals(language))
                .forEach(total -> demand.merge(total.rung(), (double) total.officials(), Double::sum));
        var offered = new HashMap<Rung, Double>();
        supply.byRung().forEach((rung, courses) -> {
            var count = courses.stream()
                    .filter(course -> course.speaks(List.of(language)))
                    .count();
            if (ofTheme.test(rung) && count > 0) {
                offered.put(rung, (double) count);
            }
        });
        var modules = supply.byModule().values().stream()
                .filter(course -> course.speaks(List.of(language)))
                .filter(course -> course.teaches().stream()
                        .flatMap(step -> step.rungs().stream())
                        .anyMatch(ofTheme))
                .count();
        var wanted = demand.values().stream().mapToDouble(each -> each).sum();
        return new Alignment(theme, language, index(demand, offered), Math.round(wanted), (int) modules);
    }

    static @Nullable Double index(Map<Rung, Double> demand, Map<Rung, Double> supply) {
        var wanted = demand.values().stream().mapToDouble(each -> each).sum();
        var offered = supply.values().stream().mapToDouble(each -> each).sum();
        if (wanted == 0) {
            return null;
        }
        if (offered == 0) {
            return 0.0;
        }
        var rungs = new HashSet<>(demand.keySet());
        rungs.addAll(supply.keySet());
        var apart = rungs.stream()
                .mapToDouble(rung ->
                        Math.abs(demand.getOrDefault(rung, 0.0) / wanted - supply.getOrDefault(rung, 0.0) / offered))
                .sum();
        return Math.max(0, 1 - apart / 2);
    }

    @Nullable
    Long percent() {
        return index == null ? null : Math.round(100 * index);
    }
}
