package eu.includeu.academy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The templates of the question types, rendered as the quiz renders them. */
class QuestionPagesTest {

    private static final Locale GREEK = Locale.forLanguageTag("el");

    private static final String ANSWER = """
            <th:block th:replace="~{${'questions/' + question.kind} :: answer (${question}, ${answer}, 0, ${disabled})}"/>
            """;

    private static final String KEY = """
            <th:block th:replace="~{${'questions/' + question.kind} :: key (${question}, ${answer})}"/>
            """;

    private final SpringWebFluxTemplateEngine engine = engine();

    static List<Paper.Explained> keys() {
        return Paper.draw(Examples.items(), 42).explain(Map.of());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void offersNativeFieldsThatAreEmptyAtFirst(Paper.Explained explained) {
        var html = render(ANSWER, explained.question(), Answer.NONE, false, Locale.ENGLISH);
        assertThat(html).contains("name=\"given\"").doesNotContain("checked", "selected", "disabled", "??", "style=");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void showsWhatWasGiven(Paper.Explained explained) {
        var html = render(ANSWER, explained.question(), explained.key(), true, Locale.ENGLISH);
        assertThat(html).contains("disabled=\"disabled\"");
        assertThat(html).containsPattern("checked=\"checked\"|selected=\"selected\"|value=\"(0.5|equality body)\"");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void explainsTheKeyInWords(Paper.Explained explained) {
        var html = render(KEY, explained.question(), explained.key(), false, GREEK);
        assertThat(html).contains("class=\"key\"").doesNotContain("??", "<input");
        assertThat(html).containsPattern("Text of|Σωστό|0,5|equality body");
    }

    @Test
    void escapesWhatAuthorsWrite() {
        var hostile = new Single("?", List.of(new Option("a", "<script>x</script>"), new Option("b", "\"><img>")), "a");
        var html = render(ANSWER, hostile.shown(), Answer.NONE, false, Locale.ENGLISH);
        assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    }

    @Test
    void keepsAnswersOfAMultipleQuestionTicked() {
        var question = Paper.draw(Examples.items(), 42).question(1);
        var html = render(ANSWER, question, Answer.of("a", "c"), false, Locale.ENGLISH);
        assertThat(html.split("checked=\"checked\"")).hasSize(3);
        assertThat(html).contains("<span class=\"opt__key\" aria-hidden=\"true\">A</span>");
    }

    private String render(String fragment, Shown question, Answer answer, boolean disabled, Locale language) {
        var variables = Map.<String, Object>of("question", question, "answer", answer, "disabled", disabled);
        return engine.process(fragment, new Context(language, variables));
    }

    private static SpringWebFluxTemplateEngine engine() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setOrder(1);
        files.setCheckExistence(true);
        var texts = new StringTemplateResolver();
        texts.setOrder(2);
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/questions");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        var engine = new SpringWebFluxTemplateEngine();
        engine.setTemplateResolvers(new LinkedHashSet<>(List.of(files, texts)));
        engine.setTemplateEngineMessageSource(messages);
        engine.setEnableSpringELCompiler(true);
        return engine;
    }
}
