package eu.includeu.academy.reader;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.LessonPage;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.KeptPage;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.progress.Enrolment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lesson as an official reads it: the text, the lessons around it, and its other languages. */
public record Reading(Enrolment enrolment, Offer offer, Edition edition, LessonPage lesson) {

    /**
     * What of a reading is not its reader's alone: who reads as far in the same text sees the same page.
     *
     * @param outline the language of the list of lessons
     * @param wanted the language that was asked for
     */
    private record Alike(
            Offer offer,
            String outline,
            int lesson,
            String language,
            String translation,
            String wanted,
            List<String> strip) {}

    /** The page that all see alike who have come as far. */
    KeptPage page() {
        var alike = new Alike(
                offer,
                edition.language(),
                lesson.number(),
                lesson.language(),
                lesson.translation(),
                enrolment.language(),
                enrolment.strip());
        return new KeptPage(
                alike,
                List.of(enrolment.id().value()),
                own -> Map.of(
                        "reading",
                        new Reading(enrolment.ofNobody(new Enrolment.Id(own.get(0))), offer, edition, lesson)));
    }

    /** A lesson in the list at the side. */
    public record Entry(int number, String title, String href, boolean done, boolean current) {}

    /** Where a link leads, and what it is called. */
    public record Link(String href, String title) {}

    /** Another language this can be read in. */
    public record Tongue(String tag, String name) {}

    public List<Entry> entries() {
        return edition.lessons().stream().map(this::entry).toList();
    }

    public @Nullable Link before() {
        return isFirst() ? null : link(lesson.number() - 1);
    }

    public @Nullable Link after() {
        return isLast() ? null : link(lesson.number() + 1);
    }

    public boolean isFirst() {
        return lesson.number() == 1;
    }

    public boolean isLast() {
        return lesson.number() == edition.lessons().size();
    }

    public boolean isDone() {
        return enrolment.isDone(lesson.number());
    }

    /** Whether this is the only lesson that is not done yet. */
    public boolean isLastToDo() {
        return enrolment.left() == 1 && !isDone() || enrolment.left() == 0;
    }

    /** The other languages there is an edition in. */
    public List<Tongue> tongues() {
        return offer.languages().stream()
                .filter(tag -> !tag.equals(lesson.language()))
                .map(tag -> new Tongue(tag, Languages.nameOf(tag)))
                .toList();
    }

    /** Whether no native speaker has read this text. */
    public boolean isMachineTranslated() {
        return lesson.translation().equals("machine");
    }

    /** Whether the text is not in the language that was asked for, because there is none. */
    public boolean isInAnotherLanguage() {
        return !lesson.language().equals(enrolment.language());
    }

    private Entry entry(Lesson other) {
        return new Entry(
                other.number(),
                other.title(),
                href(other.number()),
                enrolment.isDone(other.number()),
                other.number() == lesson.number());
    }

    private Link link(int number) {
        return new Link(href(number), edition.lesson(number).title());
    }

    private String href(int number) {
        return "/enrolments/" + enrolment.id() + "/lessons/" + number;
    }
}
