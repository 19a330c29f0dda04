package eu.includeu.academy.questions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the content features: the same keys and the same gaps to fill in every language, and no code without words. */
class MessagesTest {

    private static final List<String> LANGUAGES = List.of("el", "es", "it", "nl", "ro", "sl");
    private static final Pattern CODE = Pattern.compile(
            "\"((?:%s)\\.[a-z0-9.-]+)\"".formatted("question|answer|paper|fraction|competency|format|lesson"));
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @ValueSource(strings = {"questions", "competencies", "format"})
    void sayTheSameInSevenLanguages(String feature) throws IOException {
        var english = read(feature);
        for (var language : LANGUAGES) {
            var other = read(feature + "_" + language);
            assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(gaps(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(gaps(english.getProperty(key)));
                assertThat(other.getProperty(key))
                        .as(language + " " + key)
                        .isNotBlank()
                        .doesNotContain("'");
                assertThatCode(() -> new MessageFormat(other.getProperty(key), Locale.ROOT))
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions", "competencies", "catalogue"})
    void coverEveryCodeOfAFeature(String feature) throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : List.of("questions", "competencies", "format")) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        var folder = Path.of("src/main/java/eu/includeu/academy", feature);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var codes = CODE.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
                assertThat(known).as(file.toString()).containsAll(codes);
            }
        }
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(match -> match.group()).sorted().toList();
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"), UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
