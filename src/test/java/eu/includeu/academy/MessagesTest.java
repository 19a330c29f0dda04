package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.platform.Languages;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in every language, and every text that a page asks for exists. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");

    private static final Pattern ASKED = Pattern.compile("#\\{\\s*([a-z][\\w.-]*)");
    private static final Pattern LOOKED_UP =
            Pattern.compile("#messages\\.msg(?:WithParams)?\\('([a-z][\\w.-]*[\\w])'\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "(?:Refused\\.when\\([^;]*?|new Refused\\(|Problem\\.of\\([^,;]*,\\s*)\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"",
            Pattern.DOTALL);

    @Test
    void everyKeyStandsInEveryLanguage() {
        var missing = new ArrayList<String>();
        bundles()
                .forEach((feature, english) -> Languages.ALL.forEach(language -> {
                    var translated = read(feature, language);
                    english.stringPropertyNames().stream()
                            .filter(key -> translated.getProperty(key, "").isBlank())
                            .forEach(key -> missing.add(feature + "_" + language + ": " + key));
                    translated.stringPropertyNames().stream()
                            .filter(key -> !english.containsKey(key))
                            .forEach(key -> missing.add(feature + " (English): " + key));
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsAPatternWithTheSameGapsAsTheEnglishOne() {
        var wrong = new ArrayList<String>();
        bundles()
                .forEach((feature, english) -> Languages.ALL.forEach(
                        language -> read(feature, language).forEach((key, text) -> {
                            var original = english.getProperty(key.toString(), "");
                            if (!gaps(original).equals(gaps(text.toString()))) {
                                wrong.add(feature + "_" + language + ": " + key + " " + gaps(original) + " "
                                        + gaps(text.toString()));
                            }
                            new MessageFormat(text.toString(), Locale.forLanguageTag(language));
                        })));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noKeyStandsInTwoBundles() {
        var owners = new TreeMap<String, List<String>>();
        bundles().forEach((feature, english) -> english.stringPropertyNames()
                .forEach(key ->
                        owners.computeIfAbsent(key, fresh -> new ArrayList<>()).add(feature)));
        assertThat(owners.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void everyTextThatIsAskedForExists() {
        var known = bundles().values().stream()
                .flatMap(bundle -> bundle.stringPropertyNames().stream())
                .collect(Collectors.toSet());
        var asked = new TreeMap<String, String>();
        files(TEMPLATES, ".html").forEach(file -> {
            find(ASKED, file, asked);
            find(LOOKED_UP, file, asked);
        });
        files(CODE, ".java").forEach(file -> find(REFUSED, file, asked));
        asked.keySet().removeAll(known);
        assertThat(asked).isEmpty();
    }

    @Test
    void noTextShouts() {
        var loud = new ArrayList<String>();
        bundles()
                .keySet()
                .forEach(feature -> Languages.ALL.forEach(
                        language -> read(feature, language).forEach((key, text) -> {
                            if (text.toString().contains("!")) {
                                loud.add(feature + "_" + language + ": " + key);
                            }
                        })));
        assertThat(loud).isEmpty();
    }

    private static void find(Pattern pattern, Path file, Map<String, String> asked) {
        pattern.matcher(text(file)).results().forEach(found -> asked.put(found.group(1), file.toString()));
    }

    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Properties> bundles() {
        return files(BUNDLES, ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .collect(Collectors.toMap(name -> name, name -> read(name, "en"), (one, two) -> one, TreeMap::new));
    }

    private static Properties read(String feature, String language) {
        var file = BUNDLES.resolve(feature + (language.equals("en") ? "" : "_" + language) + ".properties");
        var properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }

    private static Stream<Path> files(Path root, String ending) {
        try (var walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
