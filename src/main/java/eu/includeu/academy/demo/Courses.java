package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Known;
import eu.includeu.academy.catalogue.ModuleFormat;
import eu.includeu.academy.catalogue.Publishing;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The modules that the academy brings along, read from their files and published by the trainers of the demo. */
@Component
class Courses {

    private static final String FILES = "classpath:content/*.md";

    private final Competencies competencies;
    private final Publishing publishing;

    Courses(Competencies competencies, Publishing publishing) {
        this.competencies = competencies;
        this.publishing = publishing;
    }

    /** All of them, each after those that it requires. */
    List<Course> read() {
        return read(competencies);
    }

    static List<Course> read(Competencies competencies) {
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

    /**
     * Publishes those that are not there yet, and waits until they are. Who wrote a module does not approve it.
     */
    void publish(List<Course> courses, Set<String> published, List<Person> trainers, Period period) {
        for (var at = 0; at < courses.size(); at++) {
            var course = courses.get(at);
            var author = author(trainers, at);
            var reviewer = author(trainers, at + 1);
            if (!published.contains(course.module())) {
                publishing
                        .publish(
                                course.texts(),
                                new Account.Id(author.id()),
                                author.name(),
                                reviewer.name(),
                                day(period, at))
                        .block();
            }
        }
    }

    /** Trainers take turns. */
    static Person author(List<Person> trainers, int course) {
        return trainers.get(course % trainers.size());
    }

    /** Two a day, in the week before people begin. */
    private static Instant day(Period period, int at) {
        return period.first()
                .minusDays(8 - at / 2)
                .atTime(15, 10 + at)
                .atZone(Clock.ZONE)
                .toInstant();
    }

    private static Course course(String module, Map<String, String> files, Known known) {
        var original = ModuleFormat.read(text(files, module), known).orRefuse();
        var editions = new LinkedHashMap<String, Edition>(Map.of(original.language(), original));
        var texts = new java.util.ArrayList<>(List.of(text(files, module)));
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
