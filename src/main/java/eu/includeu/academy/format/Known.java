package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module's text may refer to: the competencies, and the modules of the catalogue with those that each requires.
 *
 * @param requires every known module, with the modules that it requires directly
 */
public record Known(Competencies competencies, Map<String, Set<String>> requires) {

    public Known {
        requires = Map.copyOf(requires);
    }

    /** Knows no module yet. */
    public static Known of(Competencies competencies) {
        return new Known(competencies, Map.of());
    }

    /** Knows these modules by name too, for a catalogue that is read file by file. */
    public Known with(Collection<String> modules) {
        var more = new HashMap<>(requires);
        modules.forEach(module -> more.putIfAbsent(module, Set.of()));
        return new Known(competencies, more);
    }

    /** Knows this edition's module, and what it requires. */
    public Known with(Edition edition) {
        var more = new HashMap<>(requires);
        more.put(edition.module(), Set.copyOf(edition.requiredModules()));
        return new Known(competencies, more);
    }

    boolean hasModule(String module) {
        return requires.containsKey(module);
    }

    /** The competency of this name, or null. */
    Competency.@Nullable Id competency(String name) {
        return competencies.all().stream()
                .map(Competency::id)
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether requiring these modules leads back to the module itself. */
    boolean leadsBack(String module, List<String> required) {
        var open = new ArrayDeque<>(required);
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next.equals(module)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(requires.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
