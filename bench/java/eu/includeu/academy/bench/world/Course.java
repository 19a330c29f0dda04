package eu.includeu.academy.bench.world;

import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.competencies.Rung;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A published version, as people take it: without its text.
 *
 * @param copies by language
 * @param minutes the whole learning time, as certificates state it
 */
record Course(
        int index,
        String module,
        String number,
        String theme,
        List<Rung> rungs,
        List<Requirement> prerequisites,
        QuizRule quiz,
        int validMonths,
        int minutes,
        int lessons,
        Map<String, Copy> copies) {

    /**
     * @param quizzes papers of the quiz
     * @param tests papers of the test before the first lesson
     */
    record Copy(String language, String title, List<Sheet> quizzes, List<Sheet> tests) {}

    /** The edition in this language, else in English, else in any: always the same one. */
    Copy in(String language) {
        var copy = copies.getOrDefault(language, copies.get("en"));
        return copy != null
                ? copy
                : Objects.requireNonNull(copies.get(
                        copies.keySet().stream().min(String::compareTo).orElseThrow()));
    }

    boolean speaks(List<String> languages) {
        return languages.stream().anyMatch(copies::containsKey);
    }
}
