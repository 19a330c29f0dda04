package eu.includeu.academy.questions;

import static eu.includeu.academy.questions.Examples.ENGLISH;
import static eu.includeu.academy.questions.Examples.item;
import static eu.includeu.academy.questions.Examples.items;
import static eu.includeu.academy.questions.Examples.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Refused;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PaperTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Paper.draw(items(), 42)).isEqualTo(Paper.draw(items(), 42));
        assertThat(JSON.writeValueAsString(Paper.draw(items(), 42)))
                .isEqualTo(JSON.writeValueAsString(Paper.draw(items(), 42)));
        assertThat(Paper.draw(items(), 42)).isNotEqualTo(Paper.draw(items(), 43));
    }

    @Test
    void isShuffledAsItAlwaysWas() {
        var texts = Paper.draw(items(), 42).question(1).options().stream()
                .map(Option::text)
                .toList();
        assertThat(texts).containsExactly("Text of s", "Text of q", "Text of t", "Text of r", "Text of p");
    }

    @Test
    void givesFullMarksForItsKeyAndNothingForSilence() {
        for (var seed = 0L; seed < 200; seed++) {
            var paper = Paper.draw(items(), seed);
            assertThat(paper.score(keys(paper)).share()).isEqualTo(Fraction.ALL);
            assertThat(paper.score(Map.of()).share()).isEqualTo(Fraction.NONE);
            assertThat(paper.mark(keys(paper))).allMatch(Marked::isRight).allMatch(Marked::answered);
        }
    }

    @Test
    void readsItsKeyBackUnchanged() {
        for (var seed = 0L; seed < 50; seed++) {
            var paper = Paper.draw(items(), seed);
            keys(paper).forEach((number, key) -> assertThat(paper.read(number, key, ENGLISH))
                    .isEqualTo(key));
        }
    }

    /** Whatever is ticked, placed or typed: the mark lies between nothing and one, and never depends on the shuffle. */
    @Test
    void marksRandomAnswersAlikeOnEveryShuffle() {
        var random = new Random(11);
        for (var seed = 0L; seed < 500; seed++) {
            var one = Paper.draw(items(), seed);
            var other = Paper.draw(items(), seed + 1_000);
            for (var number = 0; number < one.size(); number++) {
                var given = anything(one.question(number), random);
                var mark = one.mark(Map.of(number, given)).get(number).mark();
                assertThat(mark).isBetween(Fraction.NONE, Fraction.ALL);
                var translated = translate(given, one.question(number), other.question(number));
                assertThat(other.mark(Map.of(number, translated)).get(number).mark())
                        .isEqualTo(mark);
            }
        }
    }

    @Test
    void survivesWhateverIsSent() {
        var random = new Random(13);
        var paper = Paper.draw(items(), 1);
        for (var round = 0; round < 2_000; round++) {
            var garbage = garbage(random);
            for (var number = 0; number < paper.size(); number++) {
                assertThat(paper.mark(Map.of(number, garbage)).get(number).mark())
                        .isBetween(Fraction.NONE, Fraction.ALL);
                try {
                    var kept = paper.read(number, garbage, ENGLISH);
                    assertThat(paper.read(number, kept, ENGLISH)).isEqualTo(kept);
                } catch (Refused refused) {
                    assertThat(refused.problems()).allMatch(problem -> "given".equals(problem.field()));
                }
            }
        }
    }

    /** Nothing that an author named, no key and no feedback is in what a page is given. */
    @Test
    void showsNoKey() {
        for (var seed = 0L; seed < 100; seed++) {
            var shown = JSON.writeValueAsString(Paper.draw(items(), seed).questions());
            assertThat(shown)
                    .doesNotContain(
                            "answer", "accept", "tolerance", "feedback", "FEEDBACK", "equality body", "0.5", "true")
                    .doesNotContain("\"ok\"", "\"no1\"", "\"aim\"", "\"f1\"", "\"r1\"", "\"p\"", "HOU-2", "S1");
        }
    }

    @Test
    void showsNothingOfItsKeyThroughItsPublicMethods() {
        assertThat(Paper.draw(items(), 1)).hasToString("Paper of 7");
        var readable = Arrays.stream(Paper.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getDeclaringClass() == Paper.class)
                .map(Method::getName);
        assertThat(readable).containsExactlyInAnyOrder("size", "questions", "hashCode", "toString");
    }

    /** The letters tell nothing: over many papers each letter is right about equally often. */
    @Test
    void putsTheRightOptionUnderEveryLetter() {
        var counts = LongStream.range(0, 3_000)
                .mapToObj(seed -> Paper.draw(List.of(item("q1", Examples.single())), seed))
                .map(paper -> paper.explain(Map.of()).get(0).key().text())
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
        assertThat(counts).containsOnlyKeys("a", "b", "c");
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 1_000) < 150);
    }

    @Test
    void keepsLettersWhenTheLanguageChanges() {
        var english = new Single("Which?", options("x", "y", "z"), "y");
        var greek = new Single("Ποιο;", List.of(new Option("z", "ζ"), new Option("y", "ψ"), new Option("x", "ξ")), "y");
        for (var seed = 0L; seed < 50; seed++) {
            var key = Paper.draw(List.of(item("q1", english)), seed)
                    .explain(Map.of())
                    .get(0)
                    .key();
            assertThat(Paper.draw(List.of(item("q1", greek)), seed)
                            .score(Map.of(0, key))
                            .share())
                    .isEqualTo(Fraction.ALL);
        }
    }

    @Test
    void drawsSomeOfTheQuestionsInTheirOrder() {
        var twenty = IntStream.range(0, 20)
                .mapToObj(number -> item("q" + (100 + number), new TrueFalse("Stem " + (100 + number), true)))
                .toList();
        var seen = new HashSet<String>();
        for (var seed = 0L; seed < 100; seed++) {
            var stems = Paper.draw(twenty, 5, seed).questions().stream()
                    .map(Shown::stem)
                    .toList();
            assertThat(stems).hasSize(5).doesNotHaveDuplicates().isSorted();
            seen.addAll(stems);
        }
        assertThat(seen).hasSize(20);
        assertThat(Paper.draw(twenty, 99, 1).size()).isEqualTo(20);
        assertThatThrownBy(() -> Paper.draw(List.of(), 1)).hasMessage("paper.no-questions");
    }

    @Test
    void weighsQuestionsByTheirPoints() {
        var paper = Paper.draw(List.of(item("q1", Examples.trueFalse()), worth(4, Examples.multiple())), 3);
        var answers = new HashMap<>(keys(paper));
        answers.put(0, Answer.of("false"));
        assertThat(paper.score(answers)).isEqualTo(new Score(Fraction.of(4, 1), 6));
        assertThat(paper.score(answers).passes(Fraction.of(2, 3))).isTrue();
        assertThat(paper.score(answers).passes(Fraction.of(new BigDecimal("0.67"))))
                .isFalse();
    }

    @Test
    void isOrderFree() {
        var answers = keys(Paper.draw(items(), 5));
        var reversed = new TreeMap<Integer, Answer>(Collections.reverseOrder());
        reversed.putAll(answers);
        assertThat(Paper.draw(items(), 5).score(reversed))
                .isEqualTo(Paper.draw(items(), 5).score(answers));
    }

    @Test
    void hasNoOtherQuestions() {
        var paper = Paper.draw(items(), 1);
        assertThat(paper.has(-1)).isFalse();
        assertThat(paper.has(paper.size())).isFalse();
        assertThatThrownBy(() -> paper.read(99, Answer.of("a"), ENGLISH)).hasMessage("paper.no-such-question");
        assertThat(paper.score(Map.of(99, Answer.of("a"))).share()).isEqualTo(Fraction.NONE);
    }

    @Test
    void isStoredWholeAndReadBack() {
        for (var seed : List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            var paper = Paper.draw(items(), seed);
            assertThat(JSON.readValue(JSON.writeValueAsString(paper), Paper.class))
                    .isEqualTo(paper);
        }
    }

    @Test
    void storesEachTypeUnderItsName() {
        for (var question : Examples.ofEachType()) {
            var text = JSON.writerFor(Question.class).writeValueAsString(question);
            assertThat(text).contains("\"kind\":\"" + question.kind() + "\"");
            assertThat(JSON.readValue(text, Question.class)).isEqualTo(question);
        }
        for (var item : items()) {
            assertThat(JSON.readValue(JSON.writeValueAsString(item), Item.class))
                    .isEqualTo(item);
        }
        assertThat(JSON.writeValueAsString(Answer.of("a"))).isEqualTo("{\"given\":[\"a\"]}");
        assertThat(JSON.readValue("{}", Answer.class)).isEqualTo(Answer.NONE);
        assertThat(JSON.readValue("{\"given\":[null,\"a\"]}", Answer.class)).isEqualTo(Answer.of("", "a"));
    }

    @Test
    void namesEveryTypeOnce() {
        assertThat(Examples.ofEachType().stream().map(Question::kind))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Question.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    private static Item worth(int points, Question question) {
        var item = item("worth" + points, question);
        return new Item(item.id(), item.rung(), item.uses(), points, item.feedback(), item.sources(), question);
    }

    private static Map<Integer, Answer> keys(Paper paper) {
        return paper.explain(Map.of()).stream()
                .collect(Collectors.toMap(explained -> explained.marked().number(), Paper.Explained::key));
    }

    private static Answer anything(Shown shown, Random random) {
        return switch (shown.kind()) {
            case "Single", "Multiple" ->
                new Answer(shown.options().stream()
                        .map(Option::id)
                        .filter(id -> random.nextBoolean())
                        .toList());
            case "Order" -> places(shown, random);
            case "Match" ->
                new Answer(shown.options().stream()
                        .filter(option -> random.nextInt(4) > 0)
                        .map(option -> Answer.pair(
                                option.id(),
                                shown.partners().get(random.nextInt(4)).id()))
                        .toList());
            case "Numeric" -> Answer.of("0." + random.nextInt(100));
            case "TrueFalse" -> Answer.of(String.valueOf(random.nextBoolean()));
            default -> Answer.of(random.nextBoolean() ? "Equality body" : "something");
        };
    }

    private static Answer places(Shown shown, Random random) {
        var places = new ArrayList<>(shown.places());
        Collections.shuffle(places, random);
        return new Answer(IntStream.range(0, places.size())
                .filter(number -> random.nextInt(5) > 0)
                .mapToObj(number -> Answer.pair(shown.options().get(number).id(), places.get(number)))
                .toList());
    }

    /** The same choice, made on another shuffle: found by the texts. */
    private static Answer translate(Answer given, Shown from, Shown to) {
        if (from.options().isEmpty()) {
            return given;
        }
        return new Answer(given.given().stream()
                .map(text -> text.contains("-")
                        ? Answer.pair(
                                letter(text.split("-")[0], from.options(), to.options()),
                                second(text.split("-")[1], from, to))
                        : letter(text, from.options(), to.options()))
                .toList());
    }

    private static String second(String choice, Shown from, Shown to) {
        return from.partners().isEmpty() ? choice : letter(choice, from.partners(), to.partners());
    }

    private static String letter(String id, List<Option> from, List<Option> to) {
        var text = from.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
        return to.stream()
                .filter(option -> option.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Answer garbage(Random random) {
        var pieces = List.of(
                "a",
                "b",
                "a-1",
                "b-2",
                "b-b",
                "a-a",
                "",
                " ",
                "true",
                "0.5",
                "-",
                "\u0000",
                "<script>",
                "9".repeat(5_000),
                "a-99999999999",
                "'; drop table",
                "é");
        return new Answer(IntStream.range(0, random.nextInt(6))
                .mapToObj(number -> pieces.get(random.nextInt(pieces.size())))
                .toList());
    }
}
