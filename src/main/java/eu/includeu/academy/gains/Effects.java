package eu.includeu.academy.gains;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the effect of all modules.
 *
 * @param modules those measured on enough learners, by their identifiers
 */
public record Effects(Map<String, Effect> modules) {

    /** A module with its effect, and what the effect at least is. */
    public record Standing(String module, Effect effect, double atLeast) {}

    public Effects {
        modules = Map.copyOf(modules);
    }

    public Optional<Effect> of(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    /** The mean of all modules, {@code g0}; 0 while none was measured. */
    public double common() {
        return modules.values().stream().mapToDouble(Effect::mean).average().orElse(0);
    }

    /** The module whose effect is surest comes first: by what it is at least, then by identifier. */
    public List<Standing> byEffect() {
        var common = common();
        return modules.entrySet().stream()
                .map(each -> new Standing(
                        each.getKey(), each.getValue(), each.getValue().atLeast(common)))
                .sorted(Comparator.comparingDouble((Standing standing) -> -standing.atLeast())
                        .thenComparing(Standing::module))
                .toList();
    }
}
