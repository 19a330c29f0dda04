package eu.includeu.academy.format;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value as it is written in a module's text: it knows its line and its key, and when it is asked for a type that it has
 * not, it notes the problem and gives null, so that reading goes on and finds the rest.
 */
final class Written {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final @Nullable Node node;
    private final String key;
    private final int line;
    private final int first;
    private final FormatProblems problems;

    private Written(@Nullable Node node, String key, int line, int first, FormatProblems problems) {
        this.node = node;
        this.key = key;
        this.line = line;
        this.first = first;
        this.problems = problems;
    }

    /** A value in a part of the text that begins on this line. */
    static Written of(Node node, String key, int first, FormatProblems problems) {
        return new Written(node, key, first + node.getStartMark().getLine(), first, problems);
    }

    /** The same value under another key. */
    Written as(String name) {
        return new Written(node, name, line, first, problems);
    }

    int line() {
        return line;
    }

    String key() {
        return key;
    }

    void problem(String code, Object... arguments) {
        problems.add(line, key, code, arguments);
    }

    /** Whether it is there at all. */
    boolean isThere() {
        return node != null;
    }

    /** Whether it is this very word. */
    boolean isWord(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The word under a key of this map, without asking for it; null when there is none. */
    @Nullable
    String peek(String name) {
        if (!(node instanceof MappingNode mapping)) {
            return null;
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue())
                .findFirst()
                .orElse(null);
    }

    /** Whether it is a map that has this key. */
    boolean mapHas(String name) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(name));
    }

    /** Some words: not empty, and not longer than so many characters. */
    @Nullable
    String text(int longest) {
        var text = scalar("format.not-text");
        if (text == null) {
            return null;
        }
        var words = text.strip();
        if (words.codePointCount(0, words.length()) > longest) {
            problem("format.text-too-long", longest);
            return null;
        }
        if (ModuleText.isUnwelcome(words.replace("\n", ""))) {
            problem("format.unwelcome-character");
            return null;
        }
        return words;
    }

    /** One of a few words. */
    @Nullable
    String oneOf(List<String> words) {
        var text = scalar("format.not-text");
        if (text != null && !words.contains(text)) {
            problem("format.not-one-of", String.join(", ", words));
            return null;
        }
        return text;
    }

    /** A whole number in a range. */
    @Nullable
    Integer whole(int least, int most) {
        var text = scalar("format.not-whole");
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            problem("format.not-whole");
            return null;
        }
        var number = Integer.parseInt(text);
        if (number < least || number > most) {
            problem("format.out-of-range", least, most);
            return null;
        }
        return number;
    }

    /** A number with a decimal point. */
    @Nullable
    BigDecimal number() {
        var text = scalar("format.not-number");
        if (text != null && !NUMBER.matcher(text).matches()) {
            problem("format.not-number");
            return null;
        }
        return text == null ? null : new BigDecimal(text);
    }

    @Nullable
    Boolean truth() {
        var text = oneOf(List.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    /** The values of a list; none, with a problem, when it is no list. */
    List<Written> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::within).toList();
        }
        problem(node == null ? "format.missing" : "format.not-a-list");
        return List.of();
    }

    /** The words of a list. Those that are none are left out, with a problem. */
    List<String> texts(int longest) {
        return list().stream()
                .map(value -> value.text(longest))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The values of a map by their keys; null, with a problem, when it is no map. */
    @Nullable
    Map<String, Written> map() {
        if (!(node instanceof MappingNode mapping)) {
            problem(node == null ? "format.missing" : "format.not-a-map");
            return null;
        }
        var values = new LinkedHashMap<String, Written>();
        for (NodeTuple tuple : mapping.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var value = new Written(tuple.getValueNode(), name(name), lineOf(tuple.getKeyNode()), first, problems);
            if (values.putIfAbsent(name, value) != null) {
                value.problem("format.key-twice");
            }
        }
        return values;
    }

    /** The values of a map that has these keys, may have those, and has no others. */
    @Nullable
    Fields fields(Set<String> required, Set<String> optional) {
        var values = map();
        return values == null ? null : new Fields(this, values).checked(required, optional);
    }

    /** The values of a map whose keys cannot be known yet. */
    @Nullable
    Fields anyFields() {
        var values = map();
        return values == null ? null : new Fields(this, values);
    }

    /** A value that should be here and is not, on the line of this one. */
    Written absent(String name) {
        return new Written(null, name(name), line, first, problems);
    }

    private @Nullable String scalar(String otherwise) {
        if (node == null) {
            problem("format.missing");
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            problem(otherwise);
            return null;
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            problem("format.empty");
            return null;
        }
        return scalar.getValue();
    }

    private Written within(Node value) {
        return new Written(value, key, lineOf(value), first, problems);
    }

    private String name(String part) {
        return key.isEmpty() ? part : key + "." + part;
    }

    private int lineOf(Node value) {
        return first + value.getStartMark().getLine();
    }
}
