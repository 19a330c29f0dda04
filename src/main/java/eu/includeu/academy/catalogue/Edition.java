package eu.includeu.academy.catalogue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A module version in one language: everything that its file says.
 *
 * @param translation whether it is the original, and if not, how far it can be trusted
 * @param theme the key of its theme
 * @param audience whom it is for, in words
 * @param minutes the whole learning time, quiz included
 * @param validMonths how long its certificate is valid; 0 means that it does not expire
 * @param countries where it applies; {@code EU} if everywhere
 * @param reviewBy from when on its facts need another look
 * @param unsure facts that the author could not check
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record Edition(
        VersionId id,
        String language,
        Translation translation,
        Status status,
        String title,
        String summary,
        String theme,
        List<String> audience,
        int minutes,
        List<Teaching> teaches,
        List<Requirement> requires,
        QuizRule quiz,
        int validMonths,
        List<String> countries,
        LocalDate reviewBy,
        List<String> unsure,
        List<Source> sources,
        List<Lesson> lessons,
        List<Item> items) {

    /** Whether it has its text yet. */
    public enum Status {
        OUTLINE,
        FULL
    }

    /** The original, or a translation: by a machine, as a draft, or read by a native speaker. */
    public enum Translation {
        ORIGINAL,
        MACHINE,
        DRAFT,
        REVIEWED;

        /** As the text and the database write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Edition {
        audience = List.copyOf(audience);
        teaches = List.copyOf(teaches);
        requires = List.copyOf(requires);
        countries = List.copyOf(countries);
        unsure = List.copyOf(unsure);
        sources = List.copyOf(sources);
        lessons = List.copyOf(lessons);
        items = List.copyOf(items);
    }

    public String module() {
        return id.module();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Whether readers must be told that no native speaker has read it yet. */
    public boolean isByMachine() {
        return translation == Translation.MACHINE;
    }

    /** Whether it applies in every country of the Union. */
    public boolean isGeneral() {
        return countries.contains("EU");
    }

    /** Whether its facts need another look on this day. */
    public boolean isDueForReview(LocalDate today) {
        return today.isAfter(reviewBy);
    }

    /** The rungs that a learner gains, in order. */
    public SortedSet<Rung> rungs() {
        var rungs = new TreeSet<Rung>();
        teaches.forEach(teaching -> rungs.addAll(teaching.rungs()));
        return Collections.unmodifiableSortedSet(rungs);
    }

    /**
     * What an official must bring: what the file requires, and, for each competency that is not taught from the start, the
     * level from which it is taught (the domain guide, M3).
     */
    public List<Requirement> prerequisites() {
        var implied = teaches.stream()
                .filter(teaching -> teaching.from() > 0)
                .map(teaching -> new Requirement(teaching.competency(), teaching.from(), null));
        return Stream.concat(requires.stream(), implied).distinct().toList();
    }

    /** The modules that must be completed before this one. */
    public List<String> requiredModules() {
        return requires.stream()
                .map(Requirement::module)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    public boolean hasLesson(int lesson) {
        return 1 <= lesson && lesson <= lessons.size();
    }

    /** A lesson by its number, from 1. */
    public Lesson lesson(int lesson) {
        if (!hasLesson(lesson)) {
            throw new Missing(id + ", lesson " + lesson);
        }
        return lessons.get(lesson - 1);
    }

    /** The items that measure the starting point, or the result. */
    public List<Item> itemsFor(Item.Use use) {
        return items.stream().filter(item -> item.isFor(use)).toList();
    }

    /** The sources that a lesson cites, in the order of their first citation. */
    public List<Source> sourcesUsedBy(Lesson lesson) {
        return lesson.citations().stream().flatMap(this::source).toList();
    }

    /** The lessons that cite any of these sources: what to reread after a wrong answer. */
    public List<Lesson> lessonsCiting(List<String> keys) {
        return lessons.stream()
                .filter(lesson -> lesson.citations().stream().anyMatch(keys::contains))
                .toList();
    }

    /** What still stands between this edition and its publication; empty when nothing does. */
    public List<Problem> obstacles() {
        var obstacles = new ArrayList<Problem>();
        if (status == Status.OUTLINE) {
            obstacles.add(Problem.of("status", "format.outline-not-published"));
        }
        if (!unsure.isEmpty()) {
            obstacles.add(Problem.of("unsure", "format.unsure-not-published", unsure.size()));
        }
        return obstacles;
    }

    /** Refuses to go on while something stands in the way of publication. */
    public void checkPublishable() {
        var obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles);
        }
    }

    private Stream<Source> source(String key) {
        return sources.stream().filter(source -> source.key().equals(key));
    }
}
