package eu.includeu.academy.progress;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be held before a module is taken, and how this official stands to it.
 *
 * @param module the module that must be completed, or null when a competency must be held
 * @param name of the competency or the module, in the reader's language
 * @param min the level at least; 0 when a module is required
 * @param level the level this official holds
 * @param met whether it is held
 */
public record Prerequisite(@Nullable String module, String name, int min, int level, boolean met) {

    /** What an official holds. */
    record Held(Map<Competency.Id, Integer> levels, Set<String> modules) {

        static final Held NOTHING = new Held(Map.of(), Set.of());
    }

    /** How requirements are named for a reader. */
    record Naming(Function<Competency.Id, String> competency, Function<String, String> module) {}

    /**
     * What the module requires, and the levels that it builds on: whoever teaches from a level requires it (the domain
     * guide, M3).
     */
    static List<Prerequisite> of(Offer offer, Held held, Naming naming) {
        var implied = offer.teaches().stream()
                .filter(teaching -> teaching.from() > 0)
                .map(teaching -> new Requirement(teaching.competency(), teaching.from(), null));
        return Stream.concat(offer.requires().stream(), implied)
                .distinct()
                .map(requirement -> of(requirement, held, naming))
                .toList();
    }

    private static Prerequisite of(Requirement requirement, Held held, Naming naming) {
        var competency = requirement.competency();
        var module = requirement.module();
        if (competency != null) {
            int level = held.levels().getOrDefault(competency, 0);
            return new Prerequisite(
                    null, naming.competency().apply(competency), requirement.min(), level, level >= requirement.min());
        }
        var wanted = module == null ? "" : module;
        return new Prerequisite(
                wanted, naming.module().apply(wanted), 0, 0, held.modules().contains(wanted));
    }

    /** Why enrolment is refused, in words. */
    Problem problem() {
        return module == null
                ? Problem.of(null, "prerequisite.level.missing", name, min, level)
                : Problem.of(null, "prerequisite.module.missing", name);
    }
}
