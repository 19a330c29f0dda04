package eu.includeu.academy.catalogue;

/**
 * A lesson as it is read: made into safe HTML once, when the version was published.
 *
 * @param number from 1
 * @param language of the edition it was taken from
 */
public record LessonPage(
        VersionId version, String language, String translation, int number, String title, int minutes, String html) {}
