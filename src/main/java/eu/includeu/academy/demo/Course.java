package eu.includeu.academy.demo;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A published version, as the people of the demo take it.
 *
 * @param texts its files: the original first, then the translations
 * @param editions by language
 */
record Course(Edition original, List<String> texts, Map<String, Edition> editions) {

    Course {
        texts = List.copyOf(texts);
        editions = Map.copyOf(editions);
    }

    VersionId id() {
        return original.id();
    }

    String module() {
        return original.module();
    }

    /** The edition in this language, or else the original. */
    Edition in(String language) {
        return editions.getOrDefault(language, original);
    }

    int lessons() {
        return original.lessons().size();
    }

    /** Whether it leads from no level of the competency to this one. */
    boolean leadsTo(Competency.Id competency, int target) {
        return original.teaches().stream()
                .anyMatch(teaching ->
                        teaching.competency().equals(competency) && teaching.from() == 0 && teaching.to() >= target);
    }

    /** Whether somebody may enrol who holds these rungs and has completed these modules. */
    boolean admits(List<Rung> held, List<String> completed) {
        return original.prerequisites().stream()
                .allMatch(wanted -> wanted.competency() == null
                        ? completed.contains(Objects.requireNonNull(wanted.module()))
                        : held.contains(new Rung(Objects.requireNonNull(wanted.competency()), wanted.min())));
    }
}
