package eu.includeu.academy.format;

import static eu.includeu.academy.format.ModuleExamples.SMALL;
import static eu.includeu.academy.format.ModuleExamples.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed, pasted or sent: reading ends soon, with an edition or with problems, and in no other way. */
public class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final List<String> PIECES = List.of(
            "---\n",
            "```quiz\n",
            "```\n",
            "# Lesson 1: x {minutes=1}\n",
            "# ",
            "- id: q1\n",
            "  ",
            "\t",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ":",
            ",",
            "&a",
            "*a",
            "!!x",
            "|",
            ">",
            "%",
            "@",
            "`",
            "~",
            "?",
            "\n",
            "\r",
            "\0",
            "\uD800",
            "\uFEFF",
            "[S1]",
            "<b>",
            "**",
            "_",
            "![x](y)",
            "&#0;",
            "\u202E",
            "0",
            "1e9",
            "null",
            "true",
            "é",
            "字",
            "\\",
            "\\u0000");

    public static Stream<String> bombs() {
        return Stream.of(
                "",
                "\n".repeat(400_000),
                "a".repeat(1_000_000),
                "a".repeat(499_999),
                "---\n" + "a: ".repeat(100_000),
                "---\nx: " + "[".repeat(200_000) + "\n---\n",
                "---\nx: " + "[\n".repeat(100_000) + "\n---\n",
                "---\nx: " + "{a: ".repeat(4_000) + "\n---\n",
                "---\n" + "- ".repeat(9_000) + "x\n---\n",
                "---\n" + "? ".repeat(9_000) + "x\n---\n",
                "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\n---\n",
                "---\na: &a [*a]\n---\n",
                "---\n<<: *x\n---\n",
                "---\n" + "k: v\n".repeat(80_000) + "---\n",
                "---\nx: \"" + "\\u0041".repeat(3_000) + "\"\n---\n",
                "---\n%YAML 1.2\n---\n",
                "---\n--- a\n--- b\n---\n",
                "---\n\"" + "a".repeat(15_000) + "\": 1\n---\n",
                lesson(">".repeat(19_000) + "x"),
                lesson("> ".repeat(9_000) + "x"),
                lesson("- ".repeat(9_000) + "x"),
                lesson("*".repeat(19_000)),
                lesson("*a **b ".repeat(2_500)),
                lesson("_a".repeat(9_000)),
                lesson("[".repeat(19_000)),
                lesson("[a](".repeat(4_500)),
                lesson("![[".repeat(6_000)),
                lesson("<".repeat(19_000)),
                lesson("<!--".repeat(4_500)),
                lesson("&".repeat(19_000)),
                lesson("`".repeat(9_000) + " " + "`".repeat(9_001)),
                lesson("|a".repeat(9_000) + "|\n" + "|-".repeat(9_000) + "|\n" + "|b".repeat(9_000) + "|"),
                lesson(("|a|b|c|\n|-|-|-|\n" + "|x|y|z|\n".repeat(20_000))),
                lesson("[a]: x\n".repeat(50_000)),
                lesson("#".repeat(19_000)),
                lesson("a\n===\n".repeat(50_000)),
                lesson("1) ".repeat(6_000)),
                lesson("\\".repeat(19_000)),
                "# Lesson 1: " + " ".repeat(19_000) + "{minutes=1\n",
                "# Lesson 1: " + "{minutes=".repeat(2_000) + "1}\n",
                "# Lesson 1: x {minutes=1}\n".repeat(18_000),
                "```quiz\n" + "- id: q1\n".repeat(40_000) + "```",
                "```quiz\n" + "- \"\n".repeat(60_000) + "```",
                "```quiz\n" + "- {".repeat(60_000) + "```",
                SMALL.repeat(200));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void endsSoon(String text) {
        var reading = assertTimeoutPreemptively(SOON, () -> ModuleFormat.read(text, known()));
        assertThat(reading.problems()).allSatisfy(HostileTextTest::isTellable);
    }

    @Test
    void survivesTruncation() {
        var text = ModuleExamples.text("housing-allocation");
        for (var end = 0; end < text.length(); end += 397) {
            assertThat(ModuleFormat.read(text.substring(0, end), known()).problems())
                    .isNotEmpty();
        }
    }

    @Test
    void survivesMutation() {
        var random = new Random(17);
        var texts =
                List.of(SMALL, ModuleExamples.text("housing-allocation.el"), ModuleExamples.text("skills-recognition"));
        for (var round = 0; round < 600; round++) {
            var text = new StringBuilder(texts.get(round % texts.size()));
            for (var change = 0; change <= random.nextInt(4); change++) {
                mutate(text, random);
            }
            var lines = text.toString().split("\r\n|\r|\n", -1).length;
            assertThat(ModuleFormat.read(text.toString(), known()).problems())
                    .allSatisfy(HostileTextTest::isTellable)
                    .allMatch(problem -> 1 <= problem.line() && problem.line() <= lines);
        }
    }

    @Test
    void survivesNonsense() {
        var random = new Random(19);
        for (var round = 0; round < 1_500; round++) {
            var text = new StringBuilder(round % 2 == 0 ? "---\n" : "");
            for (var piece = 0; piece < random.nextInt(60); piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertThat(ModuleFormat.read(text.toString(), known()).problems()).isNotEmpty();
        }
    }

    private static void isTellable(FormatProblem problem) {
        assertThat(problem.line()).isPositive();
        assertThat(problem.code()).matches("(format|question|answer)\\.[a-z-]+");
        assertThat(problem.filling())
                .allSatisfy(filling -> assertThat(filling.toString()).hasSizeLessThan(20_001));
    }

    private static void mutate(StringBuilder text, Random random) {
        var at = random.nextInt(text.length() + 1);
        var end = Math.min(text.length(), at + random.nextInt(40));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> text.insert(at, text.substring(at, end));
            default -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    private static String lesson(String body) {
        return SMALL.replace("More text.", body);
    }
}
