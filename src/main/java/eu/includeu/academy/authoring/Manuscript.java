package eu.includeu.academy.authoring;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Issue;
import eu.includeu.academy.catalogue.LessonPage;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.format.Known;
import eu.includeu.academy.format.ModuleFormat;
import eu.includeu.academy.format.ModuleReading;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts that are handed over for one publication.
 *
 * @param texts in the module format, one a language; the original first, unless all are translations
 */
record Manuscript(List<String> texts) {

    Manuscript {
        Refused.when(texts.isEmpty(), "publish.nothing");
        texts = List.copyOf(texts);
    }

    /** What the first text says: an original is a new version, a translation belongs to a published one. */
    Heading heading() {
        return Heading.of(texts.get(0));
    }

    /**
     * Reads the texts; refuses with everything that is wrong in them, or that keeps one from being published.
     *
     * @param published the original that all of them translate, or null when the first of them is an original itself
     * @param pages makes the lessons of an edition into HTML
     */
    Issue read(Known known, @Nullable Edition published, Function<Edition, List<LessonPage>> pages) {
        var copies = new ArrayList<Issue.Copy>();
        var problems = new ArrayList<Problem>();
        var original = published;
        for (var text : texts) {
            var reading = original == null
                    ? ModuleFormat.read(text, known)
                    : ModuleFormat.readTranslation(text, known, original);
            problems.addAll(problems(reading));
            if (reading instanceof ModuleReading.Whole whole) {
                copies.add(new Issue.Copy(text, whole.edition(), pages.apply(whole.edition())));
            }
            if (copies.isEmpty()) {
                break;
            }
            original = original == null ? copies.get(0).edition() : original;
        }
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return new Issue(published == null, copies);
    }

    private static List<Problem> problems(ModuleReading reading) {
        return reading instanceof ModuleReading.Whole whole
                ? whole.edition().obstacles()
                : reading.problems().stream()
                        .map(problem -> new Problem(problem.place(), problem.code(), problem.arguments()))
                        .toList();
    }
}
