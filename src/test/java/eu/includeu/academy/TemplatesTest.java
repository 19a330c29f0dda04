package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates hold nothing that the content policy forbids, and no unescaped text that anyone could have typed. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Where safe HTML is put in as it is: lessons made by the sanitiser, stems and feedback by Wording, sources escaped. */
    private static final Set<String> SANITISED = Set.of(
            "assessment/attempt.html",
            "authoring/preview.html",
            "fragments/list.html",
            "reader/lesson.html",
            "reader/result.html");

    static Stream<Path> pages() throws IOException {
        try (var walk = Files.walk(TEMPLATES)) {
            return walk
                    .filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(TEMPLATES.resolve("print")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsToTheContentPolicy(Path page) throws IOException {
        var text = Files.readString(page);
        assertThat(Pattern.compile("\\sstyle\\s*=|th:style|\\son[a-z]+\\s*=|hx-on|<style|javascript:|\\bjs:")
                        .matcher(text)
                        .results()
                        .map(found -> found.group()))
                .isEmpty();
        assertThat(Pattern.compile("<script(?![^>]*\\ssrc=)").matcher(text).find())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void escapesWhatPeopleTyped(Path page) throws IOException {
        if (Files.readString(page).contains("th:utext")) {
            assertThat(SANITISED).contains(TEMPLATES.relativize(page).toString());
        }
    }
}
