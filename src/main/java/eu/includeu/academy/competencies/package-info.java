/**
 * Competencies: the themes, the competencies and their levels, which all else counts in.
 *
 * <p>Comes in by {@link eu.includeu.academy.competencies.Competencies}, which is read once from a file that ships with
 * the academy and never changes while it runs. What is taught, needed and held is counted in
 * {@link eu.includeu.academy.competencies.Rung rungs}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Competencies",
        allowedDependencies = {"platform"})
package eu.includeu.academy.competencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
