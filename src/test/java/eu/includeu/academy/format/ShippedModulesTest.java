package eu.includeu.academy.format;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.questions.Item;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The modules that ship with the academy. */
class ShippedModulesTest {

    @Test
    void areWholeInEnglish() {
        var known = ModuleExamples.known();
        for (var name : ModuleExamples.originals()) {
            assertThat(ModuleFormat.read(ModuleExamples.text(name), known).problems())
                    .as(name)
                    .isEmpty();
        }
        assertThat(ModuleExamples.originals()).hasSize(12);
    }

    @Test
    void areTranslatedFaithfully() {
        var original = ModuleExamples.housing();
        for (var language : List.of("el", "es", "it", "nl", "ro", "sl")) {
            var reading = ModuleFormat.readTranslation(
                    ModuleExamples.text("housing-allocation." + language), ModuleExamples.known(), original);
            assertThat(reading.problems()).as(language).isEmpty();
            var edition = reading.orRefuse();
            assertThat(edition.isByMachine()).isTrue();
            assertThat(edition.locale()).isEqualTo(Locale.forLanguageTag(language));
            assertThat(edition.rungs()).isEqualTo(original.rungs());
        }
    }

    @Test
    void areReadToTheLastWord() {
        var edition = ModuleExamples.housing();
        assertThat(edition.id()).hasToString("housing-allocation 1.0.0");
        assertThat(edition.title()).isEqualTo("Fair allocation of social housing");
        assertThat(edition.rungs()).hasSize(5);
        assertThat(edition.lessons()).extracting(Lesson::minutes).containsExactly(30, 30, 30);
        assertThat(edition.lesson(2).title()).isEqualTo("Testing a points system for hidden exclusion");
        assertThat(edition.lesson(2).markdown())
                .startsWith("Many authorities use points")
                .endsWith("now stand on it.");
        assertThat(edition.items()).hasSize(10);
        assertThat(edition.items().stream().map(item -> item.question().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Single", "TrueFalse", "Multiple", "Numeric", "Order", "Match");
        assertThat(edition.itemsFor(Item.Use.PRE)).extracting(Item::id).containsExactly("q1", "q3", "q4", "q8");
        assertThat(edition.itemsFor(Item.Use.POST)).hasSize(10);
        assertThat(edition.sourcesUsedBy(edition.lesson(3)))
                .extracting(Source::key)
                .containsExactly("S1", "S9");
        assertThat(edition.lessonsCiting(List.of("S9", "S4")))
                .extracting(Lesson::number)
                .containsExactly(1, 3);
        assertThat(edition.quiz().draw()).isNull();
        assertThat(edition.obstacles()).isEmpty();
    }

    @Test
    void useEveryTypeOfQuestion() {
        var kinds = ModuleExamples.originals().stream()
                .map(name -> ModuleFormat.read(ModuleExamples.text(name), ModuleExamples.known())
                        .orRefuse())
                .flatMap(edition -> edition.items().stream())
                .map(item -> item.question().kind())
                .collect(Collectors.toSet());
        assertThat(kinds).hasSize(7);
    }

    @Test
    void requireWhatTheyStandOn() {
        var strategy = ModuleFormat.read(ModuleExamples.text("strategy-and-coordination"), ModuleExamples.known())
                .orRefuse();
        assertThat(strategy.requiredModules()).containsExactly("monitoring-with-indicators");
        assertThat(strategy.prerequisites())
                .extracting(requirement -> requirement.competency() + " " + requirement.min())
                .containsExactly("XCU-13 1", "null 0", "XCU-14 1");
    }

    @Test
    void areStoredWholeAndReadBack() {
        var json = JsonMapper.builder().build();
        for (var name : ModuleExamples.originals()) {
            var edition = ModuleFormat.read(ModuleExamples.text(name), ModuleExamples.known())
                    .orRefuse();
            assertThat(json.readValue(json.writeValueAsString(edition), Edition.class))
                    .isEqualTo(edition);
        }
    }
}
