package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.competencies.Level;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Option;
import eu.includeu.academy.questions.Question;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the quiz of a module's text. The types of question are found by their names, and their keys are the components of
 * their records, so that a new type needs nothing here.
 */
final class QuizReader {

    private static final String STEM = "stem";
    private static final Set<String> COMMON_REQUIRED =
            Set.of("id", "type", "competency", "level", STEM, "feedback", "source");
    private static final Set<String> COMMON_OPTIONAL = Set.of("use", "points");
    private static final Pattern ID = Pattern.compile("q[1-9][0-9]{0,2}");
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_OPTION = 500;
    private static final int MOST_POINTS = 100;
    private static final int MOST_ITEMS = 300;

    /** The types by the names that authors write: {@code true_false} for TrueFalse, {@code short} for ShortText. */
    private static final Map<String, Class<?>> TYPES = Arrays.stream(Question.class.getPermittedSubclasses())
            .collect(Collectors.toMap(QuizReader::written, type -> type, (one, other) -> one, TreeMap::new));

    private final ModuleText.Part part;
    private final @Nullable FrontMatter front;
    private final Known known;
    private final Map<String, Integer> places;
    private final FormatProblems problems;
    private final Map<String, Integer> citations = new HashMap<>();

    QuizReader(
            ModuleText.Part part,
            @Nullable FrontMatter front,
            Known known,
            Map<String, Integer> places,
            FormatProblems problems) {
        this.part = part;
        this.front = front;
        this.known = known;
        this.places = places;
        this.problems = problems;
    }

    /** The items that could be read; what could not has been noted. */
    List<Item> read() {
        var entries = entries();
        if (entries.isEmpty() && problems.isEmpty()) {
            problems.add(part.first(), "quiz", "format.no-questions");
        }
        if (entries.size() > MOST_ITEMS) {
            problems.add(part.first(), "quiz", "format.too-many-questions", MOST_ITEMS);
        }
        var items = new ArrayList<Item>();
        var ids = new HashSet<String>();
        for (var at = 0; at < Math.min(entries.size(), MOST_ITEMS); at++) {
            var item = item(entries.get(at), at + 1, ids);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    /** The sources that the questions rest on or cite, with the line of the first mention. */
    Map<String, Integer> citations() {
        return citations;
    }

    /** The whole list, or, when it cannot be read as one, each question by itself, so that every one is checked. */
    private List<Written> entries() {
        var attempt = new FormatProblems();
        var whole = YamlText.read(part, "quiz", attempt);
        if (whole != null) {
            return list(whole, part.first());
        }
        var entries = chunks().stream().flatMap(this::entry).toList();
        if (problems.isEmpty()) {
            problems.addAll(attempt);
        }
        return entries;
    }

    private Stream<Written> entry(ModuleText.Part chunk) {
        var node = YamlText.read(chunk, "quiz", problems);
        return node == null ? Stream.of() : list(node, chunk.first()).stream();
    }

    private List<Written> list(Node node, int first) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(entry -> Written.of(entry, "quiz", first, problems))
                    .toList();
        }
        Written.of(node, "quiz", first, problems).problem("format.not-a-list");
        return List.of();
    }

    private List<ModuleText.Part> chunks() {
        var chunks = new ArrayList<ModuleText.Part>();
        var start = 0;
        for (var at = 1; at <= part.lines().size(); at++) {
            if (at == part.lines().size() || part.lines().get(at).startsWith("- ")) {
                chunks.add(part.from(start, at));
                start = at;
            }
        }
        return chunks;
    }

    private @Nullable Item item(Written entry, int position, Set<String> ids) {
        var named = entry.as("question " + position);
        var id = named.mapHas("id") ? named.peek("id") : null;
        var written = id != null && ID.matcher(id).matches() ? entry.as(id) : named;
        var type = written.mapHas("type") ? TYPES.get(String.valueOf(written.peek("type"))) : null;
        var fields = type == null ? written.anyFields() : written.fields(required(type), COMMON_OPTIONAL);
        if (fields == null) {
            return null;
        }
        checkId(fields.at("id"), ids);
        places.put(written.key(), written.line());
        if (type == null) {
            fields.at("type").oneOf(List.copyOf(TYPES.keySet()));
        }
        var rung = rung(fields);
        var uses = uses(fields);
        var points = fields.has("points") ? fields.at("points").whole(1, MOST_POINTS) : Integer.valueOf(1);
        var stem = words(fields.at(STEM));
        var feedback = words(fields.at("feedback"));
        var sources = sources(fields.at("source"));
        var question = type == null || stem == null ? null : question(type, stem, fields);
        if (id == null
                || rung == null
                || uses.isEmpty()
                || points == null
                || feedback == null
                || sources.isEmpty()
                || question == null) {
            return null;
        }
        return new Item(id, rung, uses, points, feedback, sources, question);
    }

    private static void checkId(Written value, Set<String> ids) {
        var id = value.text(LONGEST_ID);
        if (id == null) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            value.problem("format.question-id");
        } else if (!ids.add(id)) {
            value.problem("format.question-twice", id);
        }
    }

    private @Nullable Rung rung(Fields fields) {
        var competency = FrontMatterReader.competency(fields.at("competency"), known);
        var level = fields.at("level").whole(1, Level.HIGHEST);
        if (competency != null && front != null && !front.teaches().isEmpty()) {
            var teaching = front.teaching(competency);
            if (teaching == null) {
                fields.at("competency").problem("format.not-taught", competency.value());
            } else if (level != null && (level <= teaching.from() || level > teaching.to())) {
                fields.at("level").problem("format.level-not-taught", teaching.from() + 1, teaching.to());
            }
        }
        return competency == null || level == null ? null : new Rung(competency, level);
    }

    private static Set<Item.Use> uses(Fields fields) {
        if (!fields.has("use")) {
            return Set.of(Item.Use.POST);
        }
        var uses = fields.at("use").list().stream()
                .map(value -> value.oneOf(List.of("pre", "post")))
                .filter(Objects::nonNull)
                .map(word -> Item.Use.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        if (uses.isEmpty()) {
            fields.at("use").problem("question.no-use");
        }
        return uses;
    }

    /** A stem or its feedback: words and emphasis, and citations that are noted. */
    private @Nullable String words(Written value) {
        var text = value.text(LONGEST_TEXT);
        if (text == null) {
            return null;
        }
        if (Markdown.hasMarkup(text)) {
            value.problem("format.only-emphasis");
        }
        Lesson.citations(text).forEach(key -> citations.putIfAbsent(key, value.line()));
        return text;
    }

    private List<String> sources(Written value) {
        var sources = value.texts(LONGEST_ID);
        if (value.isThere() && sources.isEmpty()) {
            value.problem("question.no-source");
        }
        sources.forEach(key -> citations.putIfAbsent(key, value.line()));
        return sources;
    }

    private static Set<String> required(Class<?> type) {
        return Stream.concat(
                        COMMON_REQUIRED.stream(),
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .collect(Collectors.toSet());
    }

    /** Builds a question from the values of its own keys. What its record refuses is noted on the line of its key. */
    private static @Nullable Question question(Class<?> type, String stem, Fields fields) {
        var components = List.of(type.getRecordComponents());
        var values = new ArrayList<Object>();
        for (var component : components) {
            var name = component.getName();
            var value = name.equals(STEM) ? stem : value(component.getGenericType(), fields.at(name));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == components.size() ? built(type, components, values, fields) : null;
    }

    private static @Nullable Question built(
            Class<?> type, List<RecordComponent> components, List<Object> values, Fields fields) {
        try {
            var types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (Question) type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Refused refused) {
                refused.problems().forEach(problem -> note(problem, fields));
                return null;
            }
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void note(Problem problem, Fields fields) {
        var field = problem.field() == null ? STEM : problem.field();
        fields.at(field).problem(problem.code(), problem.arguments().toArray());
    }

    /** A value as the component of a record wants it; null, with a problem, when it is not written so. */
    private static @Nullable Object value(Type wanted, Written value) {
        if (wanted == String.class) {
            return value.text(LONGEST_OPTION);
        }
        if (wanted == boolean.class) {
            return value.truth();
        }
        if (wanted == BigDecimal.class) {
            return value.number();
        }
        if (wanted instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return pairs(value);
        }
        if (wanted instanceof ParameterizedType list && list.getActualTypeArguments()[0] == Option.class) {
            return options(value);
        }
        return all(value, value.texts(LONGEST_OPTION));
    }

    private static @Nullable List<Option> options(Written value) {
        var options = new ArrayList<Option>();
        for (var entry : value.list()) {
            var fields = entry.fields(Set.of("id", "text"), Set.of());
            var id = fields == null ? null : fields.at("id").text(LONGEST_ID);
            var text = fields == null ? null : fields.at("text").text(LONGEST_OPTION);
            if (id != null && text != null) {
                options.add(new Option(id, text));
            }
        }
        return all(value, options);
    }

    private static @Nullable Map<String, String> pairs(Written value) {
        var values = value.map();
        if (values == null) {
            return null;
        }
        var pairs = new HashMap<String, String>();
        values.forEach((key, partner) -> {
            var text = partner.text(LONGEST_ID);
            if (text != null) {
                pairs.put(key, text);
            }
        });
        return pairs.size() == values.size() ? pairs : null;
    }

    /** The list when each of its entries could be read, else null. */
    private static <T> @Nullable List<T> all(Written value, List<T> read) {
        return value.isThere() && value.isList() && value.list().size() == read.size() ? read : null;
    }

    private static String written(Class<?> type) {
        return type.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replace("_text", "");
    }
}
