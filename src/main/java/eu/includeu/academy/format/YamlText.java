package eu.includeu.academy.format;

import java.io.StringReader;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * YAML as far as the module format uses it: maps, lists and plain values, with their lines. Anchors, aliases, tags and
 * deep nesting are refused before anything is built from them, so nothing small can unfold into something large.
 */
final class YamlText {

    private static final int DEEPEST = 12;

    private YamlText() {}

    /** The YAML of a part, or null when it is empty or broken; then the problem has been noted. */
    static @Nullable Node read(ModuleText.Part part, String key, FormatProblems problems) {
        return part.isBlank() || hasTab(part, key, problems) ? null : compose(part, key, problems);
    }

    private static @Nullable Node compose(ModuleText.Part part, String key, FormatProblems problems) {
        try {
            return isPlain(part, key, problems) ? yaml().compose(new StringReader(part.text())) : null;
        } catch (MarkedYAMLException broken) {
            note(part, key, broken, problems);
        } catch (YAMLException broken) {
            problems.add(part.first(), key, "format.yaml", 1);
        }
        return null;
    }

    /** Where it went wrong; or where a quotation begins that does not end, and so swallows what follows. */
    private static void note(ModuleText.Part part, String key, MarkedYAMLException broken, FormatProblems problems) {
        var mark = broken.getProblemMark();
        var line = mark == null ? 0 : Math.min(mark.getLine(), part.lines().size() - 1);
        var open = IntStream.rangeClosed(0, line)
                .filter(at -> isOpen(part.lines().get(at)))
                .findFirst();
        if (open.isPresent()) {
            problems.add(part.first() + open.getAsInt(), key, "format.quote-open");
        } else {
            problems.add(part.first() + line, key, "format.yaml", mark == null ? 1 : mark.getColumn() + 1);
        }
    }

    /** Whether a quotation begins on this line and does not end there. */
    private static boolean isOpen(String line) {
        var marks = IntStream.range(0, line.length())
                .filter(at -> line.charAt(at) == '"' && (at == 0 || line.charAt(at - 1) != '\\'))
                .count();
        return marks % 2 == 1;
    }

    private static boolean isPlain(ModuleText.Part part, String key, FormatProblems problems) {
        var depth = 0;
        var plain = true;
        for (Event event : yaml().parse(new StringReader(part.text()))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            var line = part.first() + event.getStartMark().getLine();
            if (depth > DEEPEST) {
                problems.add(line, key, "format.yaml-too-deep", DEEPEST);
                return false;
            }
            if (isNamed(event)) {
                problems.add(line, key, "format.yaml-alias");
                plain = false;
            }
            if (isTagged(event)) {
                problems.add(line, key, "format.yaml-tag");
                plain = false;
            }
        }
        return plain;
    }

    private static boolean isNamed(Event event) {
        return event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null;
    }

    private static boolean isTagged(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
    }

    /** YAML forbids tabs where it counts spaces; said plainly, because nobody sees them. */
    private static boolean hasTab(ModuleText.Part part, String key, FormatProblems problems) {
        var found = false;
        for (var at = 0; at < part.lines().size(); at++) {
            var line = part.lines().get(at);
            if (line.substring(0, line.length() - line.stripLeading().length()).contains("\t") && !line.isBlank()) {
                problems.add(part.first() + at, key, "format.tab");
                found = true;
            }
        }
        return found;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST + 1);
        options.setCodePointLimit(ModuleText.LONGEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }
}
