package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.questions.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format in which trainers write modules: front matter, lessons and one quiz in a Markdown file.
 *
 * <p>Whatever the text, reading it gives an edition, or every problem with its line and key at once. It never fails in any
 * other way.
 */
public final class ModuleFormat {

    /** For a certificate, so many questions at the highest level of each competency. */
    private static final int PROOFS = 2;

    private final Known known;
    private final @Nullable Edition original;
    private final FormatProblems problems = new FormatProblems();

    /** The lines on which lessons and questions begin. */
    private final Map<String, Integer> places = new HashMap<>();

    private ModuleFormat(Known known, @Nullable Edition original) {
        this.known = known;
        this.original = original;
    }

    /** Reads the original edition of a module version. */
    public static ModuleReading read(String text, Known known) {
        return new ModuleFormat(known, null).read(text);
    }

    /** Reads a translation, and compares it with the original: same version, lessons, questions and answers. */
    public static ModuleReading readTranslation(String text, Known known, Edition original) {
        return new ModuleFormat(known, original).read(text);
    }

    private ModuleReading read(String typed) {
        var text = ModuleText.of(typed, problems);
        return text == null ? broken() : read(text);
    }

    private ModuleReading read(ModuleText text) {
        var front = frontMatter(text.frontMatter());
        var full = front == null || front.isFull();
        var lessons = new LessonReader(text.lessons(), places, problems).read();
        var quiz = text.quiz() == null ? null : new QuizReader(text.quiz(), front, known, places, problems);
        var items = quiz == null ? List.<Item>of() : quiz.read();
        if (full) {
            checkWhole(text, lessons, quiz);
        } else if (!lessons.isEmpty()) {
            problems.add(places.getOrDefault("lesson 1", 1), "status", "format.outline-with-lessons");
        }
        if (front != null) {
            checkTogether(text, front, lessons, items, quiz == null ? Map.of() : quiz.citations());
        }
        return front != null && problems.isEmpty() ? compared(front, front.edition(lessons, items)) : broken();
    }

    private @Nullable FrontMatter frontMatter(ModuleText.@Nullable Part part) {
        if (part == null) {
            return null;
        }
        var node = YamlText.read(part, "", problems);
        if (node == null && part.isBlank()) {
            problems.add(part.first(), "", "format.front-matter-empty");
        }
        if (node == null) {
            return null;
        }
        return FrontMatterReader.read(Written.of(node, "", part.first(), problems), known, original != null);
    }

    private void checkWhole(ModuleText text, List<Lesson> lessons, @Nullable QuizReader quiz) {
        if (lessons.isEmpty()) {
            problems.add(Math.min(text.lessons().first(), text.end()), "lesson 1", "format.no-lessons");
        }
        if (quiz == null) {
            problems.add(text.end(), "quiz", "format.no-quiz");
        }
    }

    /** What no part can tell alone: whether minutes, sources, levels and the number drawn agree. */
    private void checkTogether(
            ModuleText text, FrontMatter front, List<Lesson> lessons, List<Item> items, Map<String, Integer> inQuiz) {
        var cited = new HashMap<>(inQuiz);
        citationsIn(text.lessons()).forEach(cited::putIfAbsent);
        cited.forEach((key, line) -> {
            if (!front.sources().containsKey(key)) {
                problems.add(line, key, "format.no-such-source", key);
            }
        });
        if (!front.isFull()) {
            return;
        }
        if (!problems.concernQuestions()) {
            front.sources().forEach((key, source) -> noteUnused(key, source, cited));
        }
        checkMinutes(front, lessons);
        checkProofs(front, items, text.quiz());
        checkDraw(front, items);
    }

    private static void noteUnused(String key, Written source, Map<String, Integer> cited) {
        if (!cited.containsKey(key)) {
            source.problem("format.source-unused", key);
        }
    }

    private void checkMinutes(FrontMatter front, List<Lesson> lessons) {
        var timed = !lessons.isEmpty() && lessons.stream().allMatch(lesson -> lesson.minutes() > 0);
        if (front.minutes() == null || front.quiz() == null || !timed) {
            return;
        }
        var sum =
                lessons.stream().mapToInt(Lesson::minutes).sum() + front.quiz().minutes();
        if (sum != front.minutes()) {
            front.fields().at("minutes").problem("format.minutes", front.minutes(), sum);
        }
    }

    /** Of a quiz with broken questions nobody can say yet what it proves. */
    private void checkProofs(FrontMatter front, List<Item> items, ModuleText.@Nullable Part quiz) {
        if (quiz == null || problems.concernQuestions()) {
            return;
        }
        for (var teaching : front.teaches()) {
            var proofs = items.stream()
                    .filter(item -> item.isFor(Item.Use.POST))
                    .filter(item -> item.rung().competency().equals(teaching.competency()))
                    .filter(item -> item.rung().level() == teaching.to())
                    .count();
            if (proofs < PROOFS) {
                front.fields()
                        .at("teaches")
                        .problem("format.too-few-proofs", teaching.competency().value(), teaching.to(), proofs, PROOFS);
            }
        }
    }

    private void checkDraw(FrontMatter front, List<Item> items) {
        var draw = front.quiz() == null ? null : front.quiz().draw();
        var available = items.stream().filter(item -> item.isFor(Item.Use.POST)).count();
        if (draw != null && draw > available && !problems.concernQuestions()) {
            front.fields().at("quiz").problem("format.draw-too-many", draw, available);
        }
    }

    private ModuleReading compared(FrontMatter front, Edition edition) {
        if (original != null) {
            new TranslationCheck(original, edition, places, front.fields(), problems).compare();
        }
        return problems.isEmpty() ? new ModuleReading.Whole(edition) : broken();
    }

    private ModuleReading broken() {
        return new ModuleReading.Broken(problems.inOrder());
    }

    private static Map<String, Integer> citationsIn(ModuleText.Part part) {
        var cited = new HashMap<String, Integer>();
        for (var at = 0; at < part.lines().size(); at++) {
            for (var key : Lesson.citations(part.lines().get(at))) {
                cited.putIfAbsent(key, part.first() + at);
            }
        }
        return cited;
    }
}
