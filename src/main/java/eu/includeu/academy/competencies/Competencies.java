package eu.includeu.academy.competencies;

import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where themes, levels and competencies are kept: read once, never changed, so nobody waits for them. */
public final class Competencies {

    private final Map<String, Theme> themes;
    private final List<Level> levels;
    private final Map<Competency.Id, Competency> competencies;

    public Competencies(List<Theme> themes, List<Level> levels, List<Competency> competencies) {
        this.themes = inOrder(themes, Theme::id);
        this.levels = List.copyOf(levels);
        this.competencies = inOrder(competencies, Competency::id);
        for (var competency : competencies) {
            var theme = theme(competency.theme());
            Refused.when(
                    !competency.id().value().startsWith(theme.prefix() + "-"),
                    "competency.other-theme",
                    competency.id());
        }
    }

    /** All themes, in the order in which pages show them. */
    public List<Theme> themes() {
        return List.copyOf(themes.values());
    }

    public boolean hasTheme(String id) {
        return themes.containsKey(id);
    }

    public Theme theme(String id) {
        return found(themes.get(id), id);
    }

    /** The four levels, lowest first. */
    public List<Level> levels() {
        return levels;
    }

    public Level level(int number) {
        Refused.when(number < 1 || number > levels.size(), "competency.no-such-level", number);
        return levels.get(number - 1);
    }

    /** All competencies, in the order of the framework. */
    public List<Competency> all() {
        return List.copyOf(competencies.values());
    }

    public List<Competency> of(Theme theme) {
        return competencies.values().stream()
                .filter(competency -> competency.theme().equals(theme.id()))
                .toList();
    }

    public boolean has(Competency.Id id) {
        return competencies.containsKey(id);
    }

    public Competency find(Competency.Id id) {
        return found(competencies.get(id), id);
    }

    private static <T> T found(@Nullable T thing, Object id) {
        if (thing == null) {
            throw new Missing(id);
        }
        return thing;
    }

    private static <K, T> Map<K, T> inOrder(Collection<T> things, Function<T, K> key) {
        var byKey = things.stream()
                .collect(Collectors.toMap(key, Function.identity(), Competencies::twice, LinkedHashMap<K, T>::new));
        return Collections.unmodifiableMap(byKey);
    }

    private static <T> T twice(T first, T second) {
        throw new Refused("competency.twice", second);
    }
}
