package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lessons of a module's text: headings that number them and give their minutes, and the text below. */
final class LessonReader {

    private static final int LONGEST_TITLE = 160;
    private static final int MOST_MINUTES = 600;
    private static final int MOST_LESSONS = 60;
    private static final String OPENS = "# ";
    private static final String MINUTES = "{minutes=";
    private static final Pattern NUMBERED = Pattern.compile("# Lesson ([0-9]{1,3}): (.*)", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");
    private static final Pattern ESCAPED_BRACE = Pattern.compile("\\\\([{}])");

    private final ModuleText.Part part;
    private final Map<String, Integer> places;
    private final FormatProblems problems;

    LessonReader(ModuleText.Part part, Map<String, Integer> places, FormatProblems problems) {
        this.part = part;
        this.places = places;
        this.problems = problems;
    }

    /** What a heading says. */
    private record Head(int number, String title, int minutes) {}

    List<Lesson> read() {
        var heads = headings();
        var before = part.from(0, heads.isEmpty() ? part.lines().size() : heads.get(0));
        noteTextBefore(before);
        var lessons = new ArrayList<Lesson>();
        for (var at = 0; at < heads.size() && at < MOST_LESSONS; at++) {
            var end = at + 1 < heads.size() ? heads.get(at + 1) : part.lines().size();
            lessons.add(lesson(at + 1, heads.get(at), end));
        }
        if (heads.size() > MOST_LESSONS) {
            problems.add(part.first() + heads.get(MOST_LESSONS), "lesson", "format.too-many-lessons", MOST_LESSONS);
        }
        return lessons;
    }

    private List<Integer> headings() {
        var headings = new ArrayList<Integer>();
        for (var at = 0; at < part.lines().size(); at++) {
            if (part.lines().get(at).startsWith(OPENS)) {
                headings.add(at);
            }
        }
        return headings;
    }

    private void noteTextBefore(ModuleText.Part before) {
        for (var at = 0; at < before.lines().size(); at++) {
            if (!before.lines().get(at).isBlank()) {
                problems.add(before.first() + at, "lesson 1", "format.text-before-lessons");
                return;
            }
        }
    }

    private Lesson lesson(int expected, int heading, int end) {
        var key = "lesson " + expected;
        var line = part.first() + heading;
        places.put(key, line);
        var head = head(part.lines().get(heading).stripTrailing(), key, line);
        if (head != null && head.number() != expected) {
            problems.add(line, key, "format.lesson-number", expected);
        }
        var body = part.from(heading + 1, end);
        if (body.isBlank()) {
            problems.add(line, key, "format.lesson-empty");
        }
        Markdown.check(body, key, problems);
        return new Lesson(
                expected,
                head == null ? "" : head.title(),
                head == null ? 0 : head.minutes(),
                body.text().strip());
    }

    private @Nullable Head head(String text, String key, int line) {
        var numbered = NUMBERED.matcher(text);
        var brace = text.lastIndexOf(MINUTES);
        if (!numbered.matches() || brace < numbered.start(2) || !text.endsWith("}")) {
            problems.add(line, key, "format.lesson-heading");
            return null;
        }
        var digits = text.substring(brace + MINUTES.length(), text.length() - 1);
        var minutes = DIGITS.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (minutes < 1 || minutes > MOST_MINUTES) {
            problems.add(line, key, "format.lesson-minutes", MOST_MINUTES);
        }
        return new Head(
                Integer.parseInt(numbered.group(1)),
                title(text.substring(numbered.start(2), brace), key, line),
                minutes);
    }

    private String title(String written, String key, int line) {
        var title = ESCAPED_BRACE.matcher(written).replaceAll("$1").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            problems.add(line, key, "format.lesson-title", LONGEST_TITLE);
        }
        return title;
    }
}
