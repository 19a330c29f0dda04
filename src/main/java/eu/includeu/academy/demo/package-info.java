/**
 * Demo: invented people at the real bodies of the programme, and ten months of their learning, all from one seed.
 *
 * <p>Loaded once, into an academy in which nobody has an account yet: when it runs on its own database, or when
 * {@code academy.demo} says so. Nothing imports it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "platform",
            "authorities",
            "accounts",
            "competencies",
            "questions",
            "evidence",
            "catalogue",
            "format",
            "authoring",
            "assessment",
            "progress",
            "assignments",
            "certificates",
            "capacity",
            "exchange",
            "needs",
            "matching",
            "optimum",
            "planning",
            "runs"
        })
package eu.includeu.academy.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
