package eu.includeu.academy.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module's text as its author typed it, cut into its three parts: front matter, lessons and quiz. Each part knows on
 * which line it begins.
 *
 * @param end the last line of all
 */
record ModuleText(
        @Nullable Part frontMatter, Part lessons, @Nullable Part quiz, int end) {

    /** As many characters as the largest module could need, several times over. */
    static final int LONGEST = 500_000;

    static final int LONGEST_LINE = 20_000;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final String FENCE = "---";
    private static final String QUIZ_OPENS = "```quiz";
    private static final String QUIZ_CLOSES = "```";

    /** Control characters that no text needs, and marks that turn the direction of reading and so hide what is written. */
    private static final Pattern UNWELCOME =
            Pattern.compile("[\\p{Cc}&&[^\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]|\\p{Cs}");

    /**
     * Some lines of the text.
     *
     * @param first the number of the first of them, from 1
     */
    record Part(int first, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        boolean isBlank() {
            return lines.stream().allMatch(String::isBlank);
        }

        Part from(int start, int end) {
            return new Part(first + start, lines.subList(start, end));
        }
    }

    static boolean isUnwelcome(String text) {
        return UNWELCOME.matcher(text).find();
    }

    /** Cuts a text; null, with a problem, when nobody could say where. */
    static @Nullable ModuleText of(String typed, FormatProblems problems) {
        if (typed.length() > LONGEST) {
            problems.add(1, "", "format.too-long", LONGEST);
            return null;
        }
        var lines = List.of(LINE_END.split(withoutMark(typed), -1));
        for (var at = 0; at < lines.size(); at++) {
            check(lines.get(at), at + 1, problems);
        }
        return cut(new Part(1, lines), problems);
    }

    private static @Nullable ModuleText cut(Part all, FormatProblems problems) {
        var lines = all.lines();
        var bodyStart = 0;
        Part frontMatter = null;
        if (isLine(lines, 0, FENCE)) {
            var close = find(lines, 1, FENCE);
            if (close < 0) {
                problems.add(1, "", "format.front-matter-open");
                return null;
            }
            frontMatter = all.from(1, close);
            bodyStart = close + 1;
        } else {
            problems.add(1, "", "format.no-front-matter");
        }
        return body(frontMatter, all, bodyStart, problems);
    }

    private static ModuleText body(@Nullable Part frontMatter, Part all, int start, FormatProblems problems) {
        var lines = all.lines();
        var open = find(lines, start, QUIZ_OPENS);
        if (open < 0) {
            return new ModuleText(frontMatter, all.from(start, lines.size()), null, lines.size());
        }
        var close = find(lines, open + 1, QUIZ_CLOSES);
        if (close < 0) {
            problems.add(open + 1, "quiz", "format.quiz-open");
        }
        var end = close < 0 ? lines.size() : close;
        for (var at = end + 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                problems.add(at + 1, "quiz", "format.text-after-quiz");
                break;
            }
        }
        return new ModuleText(frontMatter, all.from(start, open), all.from(open + 1, end), lines.size());
    }

    private static void check(String line, int number, FormatProblems problems) {
        if (line.length() > LONGEST_LINE) {
            problems.add(number, "", "format.line-too-long", LONGEST_LINE);
        }
        if (isUnwelcome(line)) {
            problems.add(number, "", "format.unwelcome-character");
        }
    }

    private static int find(List<String> lines, int from, String wanted) {
        for (var at = from; at < lines.size(); at++) {
            if (isLine(lines, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLine(List<String> lines, int at, String wanted) {
        return at < lines.size() && lines.get(at).stripTrailing().equals(wanted);
    }

    /** Without the mark by which some editors begin a file. */
    private static String withoutMark(String typed) {
        return typed.startsWith("\uFEFF") ? typed.substring(1) : typed;
    }
}
