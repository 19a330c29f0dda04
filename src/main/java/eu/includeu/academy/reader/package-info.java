/**
 * Reader: a module as an official sees it: its page, its lessons, and what a quiz brought.
 *
 * <p>Comes in by its pages.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reader",
        allowedDependencies = {
            "platform",
            "accounts",
            "competencies",
            "questions",
            "catalogue",
            "assessment",
            "progress",
            "review"
        })
package eu.includeu.academy.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
