package eu.includeu.academy.catalogue;

import eu.includeu.academy.competencies.Competency;
import org.jspecify.annotations.Nullable;

/**
 * What must be held before a module is taken: a competency at a level at least, or another module.
 *
 * @param competency null when a module is required
 * @param min the level at least; 0 when a module is required
 * @param module null when a competency is required
 */
public record Requirement(
        Competency.@Nullable Id competency,
        int min,
        @Nullable String module) {}
