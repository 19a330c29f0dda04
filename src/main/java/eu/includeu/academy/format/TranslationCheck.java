package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.questions.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares a translation with its original: all editions of a version share its number, its rules, its lessons, its
 * questions, its options and its answers, so that officials may change the language on any page.
 *
 * @param places the lines on which lessons and questions begin
 */
record TranslationCheck(
        Edition original, Edition edition, Map<String, Integer> places, Fields fields, FormatProblems problems) {

    private static final String DIFFERS = "format.differs-from-original";

    void compare() {
        if (edition.language().equals(original.language())) {
            fields.at("language").problem("format.language-of-original");
        }
        same("id", original.id().module(), edition.id().module());
        same("version", original.id().number(), edition.id().number());
        same("status", original.status(), edition.status());
        same("theme", original.theme(), edition.theme());
        same("minutes", original.minutes(), edition.minutes());
        same("teaches", original.teaches(), edition.teaches());
        same("requires", original.requires(), edition.requires());
        same("quiz", original.quiz(), edition.quiz());
        same("certificate", original.validMonths(), edition.validMonths());
        same("countries", original.countries(), edition.countries());
        same("review_by", original.reviewBy(), edition.reviewBy());
        same("sources", keys(original), keys(edition));
        compareLessons();
        compareItems();
    }

    private void compareLessons() {
        if (edition.lessons().size() != original.lessons().size()) {
            problems.add(
                    fields.line(),
                    "lessons",
                    "format.lessons-of-original",
                    original.lessons().size(),
                    edition.lessons().size());
            return;
        }
        for (var lesson : edition.lessons()) {
            if (lesson.minutes() != original.lesson(lesson.number()).minutes()) {
                differs("lesson " + lesson.number());
            }
        }
    }

    private void compareItems() {
        var theirs = ids(original);
        if (!ids(edition).equals(theirs)) {
            problems.add(
                    places.getOrDefault("q1", fields.line()),
                    "quiz",
                    "format.questions-of-original",
                    String.join(", ", theirs));
            return;
        }
        for (var at = 0; at < edition.items().size(); at++) {
            var item = edition.items().get(at);
            if (!bones(item).equals(bones(original.items().get(at)))) {
                differs(item.id());
            }
        }
    }

    private void same(String key, Object theirs, Object ours) {
        if (!ours.equals(theirs)) {
            fields.at(key).problem(DIFFERS);
        }
    }

    private void differs(String key) {
        problems.add(places.getOrDefault(key, fields.line()), key, DIFFERS);
    }

    /** All of an item that no translator may touch. */
    private static List<Object> bones(Item item) {
        return List.of(
                item.rung(),
                item.uses(),
                item.points(),
                item.sources(),
                item.question().kind(),
                item.question().bones());
    }

    private static List<String> ids(Edition edition) {
        return edition.items().stream().map(Item::id).toList();
    }

    private static Object keys(Edition edition) {
        return edition.sources().stream().map(Source::key).collect(Collectors.toSet());
    }
}
