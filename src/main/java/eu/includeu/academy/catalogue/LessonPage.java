package eu.includeu.academy.catalogue;

/**
 * A lesson as it is read: made into safe HTML once, when the version was published.
 *
 * @param number from 1
 * @param language of the edition it was taken from
 */
public record LessonPage(
        VersionId version, String language, String translation, int number, String title, int minutes, String html) {

    /** Makes the text of a lesson into HTML that is safe to print. */
    static LessonPage of(Edition edition, Lesson lesson) {
        return new LessonPage(
                edition.id(),
                edition.language(),
                edition.translation().key(),
                lesson.number(),
                lesson.title(),
                lesson.minutes(),
                LessonText.html(edition, lesson));
    }
}
