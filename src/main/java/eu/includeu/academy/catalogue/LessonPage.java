package eu.includeu.academy.catalogue;

import java.util.regex.Pattern;

/**
 * A lesson as it is read: made into safe HTML once, when the version was published.
 *
 * @param number from 1
 * @param language of the edition it was taken from
 */
public record LessonPage(
        VersionId version, String language, String translation, int number, String title, int minutes, String html) {

    private static final Pattern IDENTIFIER = Pattern.compile("(\\b(?:id|aria-labelledby)=\"|\\bhref=\"#)");

    public static LessonPage of(Edition edition, Lesson lesson, String html) {
        return new LessonPage(
                edition.id(),
                edition.language(),
                edition.translation().key(),
                lesson.number(),
                lesson.title(),
                lesson.minutes(),
                html);
    }

    /** The same for a page that shows several lessons: each identifier says to which lesson it belongs. */
    public LessonPage amongOthers() {
        var marked = IDENTIFIER.matcher(html).replaceAll("$1l" + number + "-");
        return new LessonPage(version, language, translation, number, title, minutes, marked);
    }
}
