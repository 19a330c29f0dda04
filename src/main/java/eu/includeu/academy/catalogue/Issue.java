package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out in one publication: a new version with all the languages it has, or languages that are added to a version
 * that is published.
 *
 * @param isVersion whether the first of them is the original of a new version
 * @param copies the editions, each with the text it was read from
 */
record Issue(boolean isVersion, List<Copy> copies) {

    /** An edition and its text. */
    record Copy(String source, Edition edition) {}

    Issue {
        copies = List.copyOf(copies);
    }

    /**
     * Reads the texts; refuses with everything that is wrong in them, or that keeps one from being published.
     *
     * @param published the original that all of them translate, or null when the first of them is an original itself
     */
    static Issue read(List<String> texts, Known known, @Nullable Edition published) {
        var copies = new ArrayList<Copy>();
        var problems = new ArrayList<Problem>();
        var original = published;
        for (var text : texts) {
            var reading = original == null
                    ? ModuleFormat.read(text, known)
                    : ModuleFormat.readTranslation(text, known, original);
            problems.addAll(problems(reading));
            if (reading instanceof ModuleReading.Whole whole) {
                copies.add(new Copy(text, whole.edition()));
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

    VersionId id() {
        return first().id();
    }

    Edition first() {
        return copies.get(0).edition();
    }

    List<Edition> editions() {
        return copies.stream().map(Copy::edition).toList();
    }

    /** Whether it may go out as its module stands: a number that rises, a language that is free. */
    Standing check(Standing standing, Account.Id author) {
        Refused.when(
                editions().stream().map(Edition::language).distinct().count() < copies.size(),
                "publish.language-twice");
        if (isVersion) {
            standing.checkVersion(id(), author);
        } else {
            editions().forEach(edition -> standing.checkFree("source", edition.language()));
        }
        return standing;
    }
}
