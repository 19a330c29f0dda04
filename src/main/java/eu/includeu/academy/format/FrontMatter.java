package eu.includeu.academy.format;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.questions.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front matter of a module's text as far as it could be read. What is null has already been noted as a problem.
 */
record FrontMatter(
        @Nullable String module,
        @Nullable String version,
        @Nullable String language,
        Edition.@Nullable Translation translation,
        Edition.@Nullable Status status,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String theme,
        List<String> audience,
        @Nullable Integer minutes,
        List<Teaching> teaches,
        List<Requirement> requires,
        @Nullable QuizRule quiz,
        @Nullable Integer validMonths,
        List<String> countries,
        @Nullable LocalDate reviewBy,
        List<String> unsure,
        Map<String, Written> sources,
        Fields fields) {

    /** Whether it says that there is lesson text. Without a readable status, the text is taken for whole. */
    boolean isFull() {
        return status != Edition.Status.OUTLINE;
    }

    /** What is taught of a competency, if anything. */
    @Nullable
    Teaching teaching(Competency.Id competency) {
        return teaches.stream()
                .filter(teaching -> teaching.competency().equals(competency))
                .findFirst()
                .orElse(null);
    }

    /** The edition; to be asked for only when nothing at all is wrong. */
    Edition edition(List<Lesson> lessons, List<Item> items) {
        return new Edition(
                new VersionId(requireNonNull(module), requireNonNull(version)),
                requireNonNull(language),
                requireNonNull(translation),
                requireNonNull(status),
                requireNonNull(title),
                requireNonNull(summary),
                requireNonNull(theme),
                audience,
                requireNonNull(minutes),
                teaches,
                requires,
                requireNonNull(quiz),
                requireNonNull(validMonths),
                countries,
                requireNonNull(reviewBy),
                unsure,
                sources.entrySet().stream()
                        .map(source -> new Source(
                                source.getKey(),
                                requireNonNull(source.getValue().text(FrontMatterReader.LONGEST_SOURCE))))
                        .toList(),
                lessons,
                items);
    }
}
