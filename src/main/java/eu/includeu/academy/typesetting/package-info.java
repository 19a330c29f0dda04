/**
 * Typesetting: making a lesson's Markdown into HTML that is safe to print.
 *
 * <p>Comes in by {@link eu.includeu.academy.typesetting.Typesetter}, once for each lesson, before it is issued.
 */
@NullMarked
@ApplicationModule(
        displayName = "Typesetting",
        allowedDependencies = {"catalogue", "format"})
package eu.includeu.academy.typesetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
