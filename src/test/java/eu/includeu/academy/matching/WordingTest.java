package eu.includeu.academy.matching;

import static eu.includeu.academy.capacity.Examples.INTERPRETERS;
import static eu.includeu.academy.capacity.Examples.LAW;
import static eu.includeu.academy.capacity.Examples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.capacity.Examples;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Names;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Languages;
import java.text.NumberFormat;
import java.text.ParseException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of an explanation say the numbers of the score. In each language the numbers are read back out of the text,
 * the six parts are worked out from them alone, and compared with the score.
 */
class WordingTest {

    private static final String DAY = "d MMMM yyyy";

    private static final ResourceBundleMessageSource MESSAGES = messages();

    /** Some learners measured, some rungs beyond, review overdue, a shorter module beside it, a prerequisite missing. */
    private static final Candidate LONG = Modules.measured(
            Modules.reviewed(
                    Modules.requiring(
                            Modules.minutes(
                                    Modules.in(
                                            Modules.teaching(Modules.module("long"), new Teaching(INTERPRETERS, 1, 4)),
                                            "en"),
                                    150),
                            new Requirement(LAW, 1, null)),
                    TODAY.minusDays(40),
                    true),
            23,
            0.61);

    private static final Candidate SHORT =
            Modules.minutes(Modules.teaching(Modules.module("short"), new Teaching(INTERPRETERS, 0, 2)), 35);

    private static final Candidate HELP = Modules.teaching(Modules.module("law"), new Teaching(LAW, 0, 1));

    private static final Ranking RANKING = new Ranking(Weights.STANDARD, 0.44);

    private static Ranked ranked() {
        return RANKING.rank(
                Examples.terms(1, 3, 10),
                "EL",
                Examples.staff(20),
                List.of(LONG, SHORT),
                List.of(LONG, SHORT, HELP),
                TODAY);
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/matching", "messages/capacity");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static Competencies competencies() {
        return new Competencies(
                List.of(new Theme("crosscutting", "XCU", new Names(Map.of("en", "Cross-cutting")))),
                List.of(),
                Stream.of(INTERPRETERS, LAW)
                        .map(id -> new Competency(
                                id,
                                "crosscutting",
                                new Names(Map.of("en", "Some competency")),
                                List.of("a", "b", "c", "d"),
                                List.of()))
                        .toList());
    }

    static Stream<Locale> languages() {
        return Languages.ALL.stream().map(Locale::forLanguageTag);
    }

    private static Ranked.Match match(String module) {
        return ranked().best().stream()
                .filter(each -> each.module().module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private static List<NeedView.Reason> reasons(String module, Locale locale) {
        var titles = Map.of("law", "Equal treatment", "long", "Long", "short", "Short");
        return new Wording(locale, competencies(), Weights.STANDARD, id -> titles.getOrDefault(id, id), DAY)
                .reasons(match(module));
    }

    private static String text(Sentence sentence, Locale locale) {
        return MESSAGES.getMessage(sentence.code(), sentence.arguments().toArray(), locale);
    }

    private static List<Double> numbers(Sentence sentence, Locale locale) {
        var text = text(sentence, locale);
        for (var date : List.of(TODAY.minusDays(40), TODAY.plusYears(1))) {
            text = text.replace(DateTimeFormatter.ofPattern(DAY, locale).format(date), "");
        }
        return Pattern.compile("\\d+(?:[.,]\\d+)?")
                .matcher(text)
                .results()
                .map(found -> number(found.group(), locale))
                .toList();
    }

    private static double number(String text, Locale locale) {
        try {
            return NumberFormat.getInstance(locale).parse(text).doubleValue();
        } catch (ParseException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysTheNumbersOfTheScore(Locale locale) {
        var score = match("long").score();
        var reasons = reasons("long", locale);

        var fit = numbers(reasons.get(0).sentences().get(0), locale);
        var beyond = numbers(reasons.get(0).sentences().get(1), locale).stream()
                .sorted()
                .toList();
        assertThat(fit.subList(2, fit.size())).as("the levels covered").containsExactly(2.0, 3.0);
        assertThat(fit.get(0) / fit.get(1) * (1 - 0.25 * beyond.get(0) / beyond.get(1)))
                .isCloseTo(score.fit(), within(1e-9));

        var effect = numbers(reasons.get(1).sentences().get(0), locale);
        assertThat(effect.get(0)).isEqualTo(23);
        assertThat(1 / (1 + Math.exp(-4 * (effect.get(1) - effect.get(2)) / 100)))
                .as("from gains written with one decimal")
                .isCloseTo(score.effect(), within(0.001));

        var effort = numbers(reasons.get(2).sentences().get(0), locale);
        assertThat(effort.get(1) / effort.get(0)).isCloseTo(score.effort(), within(1e-9));

        assertThat(numbers(reasons.get(3).sentences().get(0), locale)).isEmpty();
        assertThat(text(reasons.get(3).sentences().get(0), locale)).contains("English");
        assertThat(numbers(reasons.get(4).sentences().get(0), locale)).isEmpty();

        var fresh = numbers(reasons.get(5).sentences().get(0), locale);
        assertThat(fresh).containsExactly(40.0);
        assertThat(1 - fresh.get(0) / 365).isCloseTo(score.fresh(), within(1e-9));

        assertThat(numbers(reasons.get(6).sentences().get(0), locale)).containsExactly(1.0, 20.0);
        assertThat(text(reasons.get(6).sentences().get(1), locale)).contains("Equal treatment");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysThatNobodyIsMeasuredWithoutANumber(Locale locale) {
        var reasons = reasons("short", locale);
        assertThat(reasons.get(1).sentences()).hasSize(1);
        assertThat(numbers(reasons.get(1).sentences().get(0), locale)).isEmpty();
        assertThat(reasons.get(1).points()).isEqualTo(10);
        assertThat(numbers(reasons.get(2).sentences().get(0), locale)).containsExactly(35.0);
        assertThat(reasons.get(2).points()).isCloseTo(15, within(1e-9));
        // covers level 2 of 2 and 3; level 3 stays open
        assertThat(numbers(reasons.get(0).sentences().get(0), locale)).containsExactly(1.0, 2.0, 2.0);
        assertThat(numbers(reasons.get(0).sentences().get(1), locale)).containsExactly(3.0);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void addsThePointsUpToTheScore(Locale locale) {
        for (var module : List.of("long", "short")) {
            var score = match(module).score();
            var counted = reasons(module, locale).stream()
                    .filter(NeedView.Reason::counts)
                    .toList();
            assertThat(counted).hasSize(6);
            assertThat(counted.stream()
                            .mapToDouble(reason -> reason.points() == null ? 0 : reason.points())
                            .sum())
                    .isCloseTo(100 * score.total(), within(1e-9));
            for (var reason : counted) {
                var said = numbers(
                        new Sentence("need.points", List.of(points(reason.points()), points(reason.of()))), locale);
                assertThat(said.get(0)).isCloseTo(points(reason.points()), within(0.0501));
                assertThat(said.get(1)).isEqualTo(points(reason.of()));
            }
            assertThat(numbers(new Sentence("need.score", List.of(1, 100 * score.total())), locale)
                            .get(1))
                    .isCloseTo(100 * score.total(), within(0.0501));
        }
    }

    private static double points(@Nullable Double points) {
        return points == null ? Double.NaN : Math.round(points * 1e9) / 1e9;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysWhyAModuleIsLeftOut(Locale locale) {
        var wording = new Wording(locale, competencies(), Weights.STANDARD, module -> module, DAY);
        var late = new Ranked.Exclusion(LONG, Ranked.Reason.TOO_LATE, List.of(9, 2.0, 5));
        assertThat(numbers(wording.exclusion(late), locale)).containsExactlyInAnyOrder(9.0, 2.0, 5.0);
        var above = new Ranked.Exclusion(LONG, Ranked.Reason.GAP_BELOW, List.of(2, 1));
        assertThat(numbers(wording.exclusion(above), locale)).containsExactly(2.0, 1.0);
        var foreign = new Ranked.Exclusion(LONG, Ranked.Reason.LANGUAGE, List.of(List.of("en")));
        assertThat(text(wording.exclusion(foreign), locale)).contains("English");
        var lacking = new Ranked.Exclusion(
                LONG, Ranked.Reason.PREREQUISITE, List.of(new Explanation.Prerequisite(LAW, 1, null, 20, null)));
        assertThat(numbers(wording.exclusion(lacking), locale)).containsExactly(1.0, 20.0);
    }
}
