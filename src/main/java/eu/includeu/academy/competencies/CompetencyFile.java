package eu.includeu.academy.competencies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file in which the competency framework ships with the academy. */
@Configuration(proxyBeanMethods = false)
class CompetencyFile {

    private static final String PLACE = "reference/competencies.yml";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The file as it is written: its keys, where ours have names of their own. */
    private record Framework(
            List<WrittenLevel> scale, List<WrittenTheme> themes, List<WrittenCompetency> competencies) {}

    private record WrittenLevel(int level, Names name, String meaning) {

        Level read() {
            return new Level(level, name, meaning);
        }
    }

    private record WrittenTheme(String id, String prefix, Names name) {

        Theme read() {
            return new Theme(id, prefix, name);
        }
    }

    private record WrittenCompetency(
            Competency.Id id, String theme, Names name, Map<Integer, String> levels, List<String> frameworks) {

        Competency read() {
            var statements = levels.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
            return new Competency(id, theme, name, statements, frameworks);
        }
    }

    @Bean
    Competencies competencies() {
        try (var file = new ClassPathResource(PLACE).getInputStream()) {
            return read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Competencies read(InputStream file) {
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        var framework = MAPPER.convertValue(written, Framework.class);
        return new Competencies(
                framework.themes().stream().map(WrittenTheme::read).toList(),
                framework.scale().stream().map(WrittenLevel::read).toList(),
                framework.competencies().stream().map(WrittenCompetency::read).toList());
    }
}
