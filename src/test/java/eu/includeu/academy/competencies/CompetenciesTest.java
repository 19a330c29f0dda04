package eu.includeu.academy.competencies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompetenciesTest {

    private static final List<String> LANGUAGES = List.of("en", "it", "es", "el", "nl", "ro", "sl");

    private final Competencies competencies = new CompetencyFile().competencies();

    @Test
    void holdsTheWholeFramework() {
        assertThat(competencies.all()).hasSize(52);
        assertThat(competencies.themes())
                .extracting(Theme::id)
                .containsExactly("labour", "health", "education", "citizenship", "housing", "crosscutting");
        assertThat(competencies.levels()).extracting(Level::number).containsExactly(1, 2, 3, 4);
        assertThat(competencies.themes())
                .allSatisfy(theme -> assertThat(competencies.of(theme)).isNotEmpty());
    }

    @Test
    void namesEverythingInSevenLanguages() {
        for (var language : LANGUAGES) {
            var locale = Locale.forLanguageTag(language);
            assertThat(competencies.all()).allSatisfy(competency -> {
                assertThat(competency.names().has(locale)).isTrue();
                assertThat(competency.name(locale)).isNotBlank();
            });
            assertThat(competencies.themes()).allMatch(theme -> theme.names().has(locale));
            assertThat(competencies.levels()).allMatch(level -> level.names().has(locale));
        }
    }

    @Test
    void describesEachCompetencyAtFourLevels() {
        var allocation = competencies.find(Competency.Id.of("HOU-2"));
        assertThat(allocation.theme()).isEqualTo("housing");
        assertThat(allocation.name(Locale.ENGLISH)).isEqualTo("Fair allocation of social housing");
        assertThat(competencies.all()).allSatisfy(competency -> {
            assertThat(competency.statements())
                    .hasSize(4)
                    .doesNotHaveDuplicates()
                    .allMatch(text -> !text.isBlank());
            assertThat(competency.frameworks()).isNotEmpty();
        });
    }

    @Test
    void fallsBackToEnglish() {
        var names = new Names(Map.of("en", "Housing", "el", "Στέγαση"));
        assertThat(names.in(Locale.forLanguageTag("el-GR"))).isEqualTo("Στέγαση");
        assertThat(names.in(Locale.JAPANESE)).isEqualTo("Housing");
        assertThat(names.has(Locale.JAPANESE)).isFalse();
    }

    @Test
    void knowsNothingElse() {
        assertThat(competencies.has(Competency.Id.of("HOU-99"))).isFalse();
        assertThatThrownBy(() -> competencies.find(Competency.Id.of("HOU-99"))).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> competencies.theme("sports")).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> competencies.level(5)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Competency.Id.of("hou-2")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Competency.Id.of("HOU-2\n")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Rung.of("HOU-2", 0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Rung.of("HOU-2", 5)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAFileThatSaysOneThingTwice() {
        var twice = """
                scale: []
                themes:
                  - {id: housing, prefix: HOU, name: {en: Housing}}
                  - {id: housing, prefix: HOU, name: {en: Housing}}
                competencies: []
                """;
        assertThatThrownBy(() -> CompetencyFile.read(new ByteArrayInputStream(twice.getBytes(UTF_8))))
                .isInstanceOf(Refused.class)
                .hasMessage("competency.twice");
    }

    @Test
    void ordersRungsByCompetencyThenLevel() {
        assertThat(List.of(Rung.of("XCU-10", 1), Rung.of("XCU-2", 2), Rung.of("XCU-2", 1), Rung.of("HOU-2", 3)).stream()
                        .sorted())
                .containsExactly(Rung.of("HOU-2", 3), Rung.of("XCU-2", 1), Rung.of("XCU-2", 2), Rung.of("XCU-10", 1));
    }

    @Test
    void climbsFromOneLevelToAnother() {
        var id = Competency.Id.of("HOU-2");
        assertThat(Rung.between(id, 1, 3)).containsExactly(new Rung(id, 2), new Rung(id, 3));
        assertThat(Rung.between(id, 2, 2)).isEmpty();
    }
}
