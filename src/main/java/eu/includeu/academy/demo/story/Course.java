package eu.includeu.academy.demo.story;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.format.Known;
import eu.includeu.academy.format.ModuleFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A published version, as the people of the demo take it.
 *
 * @param texts its files: the original first, then the translations
 * @param editions by language
 */
public record Course(Edition original, List<String> texts, Map<String, Edition> editions) {

    private static final String FILES = "classpath:content/*.md";

    public Course {
        texts = List.copyOf(texts);
        editions = Map.copyOf(editions);
    }

    /** The modules that the academy brings along, each after those that it requires. */
    public static List<Course> all(Competencies competencies) {
        var files = files();
        var originals = files.entrySet().stream()
                .filter(file -> !file.getKey().contains("."))
                .map(Map.Entry::getKey)
                .toList();
        var known = Known.of(competencies).with(originals);
        return originals.stream()
                .map(module -> course(module, files, known))
                .sorted(Comparator.comparing((Course course) ->
                                !course.original().requiredModules().isEmpty())
                        .thenComparing(Course::module))
                .toList();
    }

    public VersionId id() {
        return original.id();
    }

    public String module() {
        return original.module();
    }

    /** The edition in this language, or else the original. */
    public Edition in(String language) {
        return editions.getOrDefault(language, original);
    }

    public int lessons() {
        return original.lessons().size();
    }

    /** Whether it leads from no level of the competency to this one. */
    boolean leadsTo(Competency.Id competency, int target) {
        return original.teaches().stream()
                .anyMatch(teaching ->
                        teaching.competency().equals(competency) && teaching.from() == 0 && teaching.to() >= target);
    }

    /** Whether somebody may enrol who holds these rungs and has completed these modules. */
    boolean admits(List<Rung> held, List<String> completed) {
        return original.prerequisites().stream()
                .allMatch(wanted -> wanted.competency() == null
                        ? completed.contains(Objects.requireNonNull(wanted.module()))
                        : held.contains(new Rung(Objects.requireNonNull(wanted.competency()), wanted.min())));
    }

    private static Course course(String module, Map<String, String> files, Known known) {
        var original = ModuleFormat.read(text(files, module), known).orRefuse();
        var editions = new LinkedHashMap<String, Edition>(Map.of(original.language(), original));
        var texts = new ArrayList<>(List.of(text(files, module)));
        files.forEach((name, text) -> {
            if (name.startsWith(module + ".")) {
                var edition =
                        ModuleFormat.readTranslation(text, known, original).orRefuse();
                editions.put(edition.language(), edition);
                texts.add(text);
            }
        });
        return new Course(original, texts, editions);
    }

    private static String text(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** By name without ending: a translation has its language after a full stop. */
    private static Map<String, String> files() {
        try {
            var files = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                files.put(name(file), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String name(Resource file) {
        var name = Objects.requireNonNull(file.getFilename());
        return name.substring(0, name.length() - ".md".length());
    }
}
