package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.util.List;

/**
 * What goes out in one publication: a new version with all the languages it has, or languages that are added to a version
 * that is published.
 *
 * @param isVersion whether the first of them is the original of a new version
 * @param copies the editions, each with the text it was read from
 */
public record Issue(boolean isVersion, List<Copy> copies) {

    /** An edition, its text, and its lessons as HTML that is safe to print. */
    public record Copy(String source, Edition edition, List<LessonPage> pages) {

        public Copy {
            pages = List.copyOf(pages);
        }
    }

    /**
     * What readers are told of its making.
     *
     * @param author who wrote it, and answers for the module when it is new
     * @param byline the author's name as readers see it
     * @param reviewer the name of whoever approved it
     * @param at when it goes out
     */
    public record Imprint(Account.Id author, String byline, String reviewer, Instant at) {}

    public Issue {
        copies = List.copyOf(copies);
    }

    public VersionId id() {
        return first().id();
    }

    Edition first() {
        return copies.get(0).edition();
    }

    List<Edition> editions() {
        return copies.stream().map(Copy::edition).toList();
    }

    /** Every lesson of every edition. */
    List<LessonPage> pages() {
        return copies.stream().flatMap(copy -> copy.pages().stream()).toList();
    }

    /** Whether it may go out as its module stands: a number that rises, a language that is free. */
    public Standing check(Standing standing, Account.Id author) {
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
