package eu.includeu.academy.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.format.HostileTextTest;
import eu.includeu.academy.format.ModuleExamples;
import eu.includeu.academy.format.ModuleFormat;
import eu.includeu.academy.format.ModuleReading;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LessonTextTest {

    private static final LessonWords WORDS = words(Locale.ENGLISH);
    private static final List<Source> SOURCES =
            List.of(new Source("S1", "A directive <2000>"), new Source("S2", "A judgment"));

    /** Every tag and attribute that a lesson may come out with. */
    private static final Pattern HARMLESS =
            Pattern.compile("</?(h2|h3|p|ul|ol|li|blockquote|strong|em|br|sup|a|aside|section|div"
                    + "|table|thead|tbody|tr|th|td)( (id|class|role|tabindex|scope|start|value|rel|data-box|data-align|aria-label"
                    + "|aria-labelledby)=\"[^\"<>]*\"| href=\"(https://|mailto:|/[^/]|/\"|#)[^\"<>]*\"?)* ?/?>");

    @Test
    void keepsTheLevelsOfHeadings() {
        var rendered = render("## One *idea*\n\nText\n\n### A part\n\n# Too loud");
        assertThat(rendered.html())
                .contains(
                        "<h2 id=\"part-1\">One <em>idea</em></h2>",
                        "<h3 id=\"part-2\">A part</h3>",
                        "<h2 id=\"part-3\">Too loud</h2>");
        assertThat(rendered.headings())
                .containsExactly(
                        new Rendered.Heading(2, "part-1", "One idea"),
                        new Rendered.Heading(3, "part-2", "A part"),
                        new Rendered.Heading(2, "part-3", "Too loud"));
    }

    @Test
    void makesCitationsFootnotes() {
        var rendered = render("It names housing [S1]. It binds [S2] [S1], not [S9].");
        assertThat(rendered.html())
                .contains(
                        "It names housing<sup><a class=\"cite\" id=\"cite-1\" href=\"#S1\" role=\"doc-noteref\" aria-label=\"Source 1\">1</a></sup>.")
                .contains("</sup> <sup>", "not [S9].")
                .contains(
                        "<li id=\"S1\" value=\"1\">A directive &lt;2000&gt; <a ",
                        "href=\"#cite-1\"",
                        "href=\"#cite-3\"")
                .contains("<h2 id=\"part-0\">Sources</h2>");
        assertThat(rendered.sources()).extracting(Source::key).containsExactly("S1", "S2");
        assertThat(render("No source.").html()).doesNotContain("<section", "Sources");
    }

    @Test
    void makesBoxesOfQuotesThatOpenOne() {
        assertThat(render("> **Case.** A town [S1].\n>\n> More.").html())
                .contains("<aside class=\"aside box\" data-box=\"case\" role=\"note\" aria-labelledby=\"box-1\">")
                .contains("<p class=\"box__label\" id=\"box-1\">A case</p>")
                .contains("<p>A town<sup>", "<p>More.</p>")
                .doesNotContain("Case.", "<blockquote");
        assertThat(render("> **Check.** x").html()).contains("data-box=\"check\"", "Check yourself");
        assertThat(render("> **Nationally.** x").html()).contains("data-box=\"nationally\"", "In your country");
        assertThat(render("> **Case** closed.").html())
                .contains("<blockquote>", "<strong>Case</strong>")
                .doesNotContain("<aside");
        assertThat(render("> Somebody said so.").html()).contains("<blockquote>");
    }

    @Test
    void namesBoxesInTheLanguageOfTheText() {
        var greek = LessonText.render("> **Case.** x [S1]", SOURCES, words(Locale.forLanguageTag("el")));
        assertThat(greek.html()).contains("Μια περίπτωση", "Πηγή 1", "Πηγές");
    }

    @Test
    void letsTablesBeScrolledByKeyboard() {
        var html = render("| group | rate |\n|---|--:|\n| one | 5% [S1] |").html();
        assertThat(html)
                .contains("role=\"region\"", "tabindex=\"0\"", "aria-label=\"Table: group, rate\"")
                .contains("<th scope=\"col\">group</th>", "<th data-align=\"right\" scope=\"col\">rate</th>")
                .contains("<td data-align=\"right\">5%<sup>")
                .doesNotContain(" align=", "style=");
    }

    @Test
    void marksLinksOut() {
        assertThat(render("[a](https://example.org/x?y=1&z=2) [b](/library) [c](mailto:a@example.org)")
                        .html())
                .contains(
                        "href=\"https://example.org/x?y&#61;1&amp;z&#61;2\"",
                        "noopener",
                        "href=\"/library\"",
                        "href=\"mailto:");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\">x</p>",
                "<form action=/sign-out method=post><button>x</button></form>",
                "<aside class=\"box\" onclick=alert(1)>x</aside>",
                "<!-- <script> -->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php alert(1) ?>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](%6Aavascript:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](//evil.example)",
                "[x](/\\\\evil.example)",
                "[x](http://evil.example)",
                "[x](https://example.org \"\\\" onmouseover=alert(1) x=\\\"\")",
                "[x](<https://example.org/\"onmouseover=alert(1)>)",
                "<javascript:alert(1)>",
                "<https://example.org/\"onclick=alert(1)>",
                "![x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](https://evil.example/track.png)",
                "![\"onerror=alert(1)](x)",
                "`<script>`",
                "    <script>",
                "```\n<script>\n```",
                "[x]: javascript:alert(1)\n\n[x]",
                "| <script> | \"onload=x |\n|---|---|\n| <img> | [x](javascript:x) |",
                "## <img src=x onerror=alert(1)>",
                "> **Case.** <script>alert(1)</script>",
                "> **<script>.** x",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;",
                "\0<scr\0ipt>",
                "${7*7} #{7*7} *{7*7} [[${7*7}]] [(${7*7})] {{7*7}}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void letsNothingHostileThrough(String markdown) {
        var html = render(markdown + "\n\nand [S1]").html();
        var rest = HARMLESS.matcher(html.replace("<!-- -->", "")).replaceAll("");
        assertThat(rest).doesNotContain("<", ">");
    }

    @Test
    void rendersEveryShippedLesson() {
        for (var name : ModuleExamples.originals()) {
            var edition = ModuleFormat.read(ModuleExamples.text(name), ModuleExamples.known())
                    .orRefuse();
            for (var lesson : edition.lessons()) {
                var rendered = LessonText.render(edition, lesson, WORDS);
                assertThat(HARMLESS.matcher(rendered.html()).replaceAll("")).doesNotContain("<", ">");
                assertThat(rendered.html()).doesNotContain("[S", "**", "Nationally.");
                assertThat(rendered.sources()).isEqualTo(edition.sourcesUsedBy(lesson));
                assertThat(ids(rendered.html())).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        var edition = ModuleExamples.housing();
        for (var lesson : edition.lessons()) {
            var html = LessonText.render(edition, lesson, WORDS).html();
            var targets = Pattern.compile("(?:href=\"#|aria-labelledby=\")([^\"]+)\"")
                    .matcher(html)
                    .results()
                    .map(found -> found.group(1));
            assertThat(ids(html)).containsAll(targets.collect(Collectors.toSet()));
        }
    }

    @Test
    void rendersWhateverTheFormatLetsPass() {
        HostileTextTest.bombs()
                .map(text -> ModuleFormat.read(text, ModuleExamples.known()))
                .filter(ModuleReading.Whole.class::isInstance)
                .map(ModuleReading::orRefuse)
                .flatMap(edition -> edition.lessons().stream().map(lesson -> LessonText.render(edition, lesson, WORDS)))
                .forEach(rendered -> assertThat(rendered.html()).isNotBlank());
    }

    private static List<String> ids(String html) {
        return Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Rendered render(String markdown) {
        return LessonText.render(markdown, SOURCES, WORDS);
    }

    static LessonWords words(Locale language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/typesetting");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return LessonWords.in(language, messages);
    }
}
