/**
 * Welcome: the start page, an official's home, the public map, and the pages about the house itself.
 *
 * <p>It reads what the other features tell and never writes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Welcome",
        allowedDependencies = {
            "platform",
            "authorities",
            "accounts",
            "competencies",
            "questions",
            "evidence",
            "catalogue",
            "assessment",
            "progress",
            "assignments",
            "certificates",
            "capacity"
        })
package eu.includeu.academy.welcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
