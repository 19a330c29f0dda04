/**
 * Certificates: what was earned, and proving it to anyone.
 *
 * <p>Comes in by hearing of a confirmed completion; goes out as a PDF and on the public page {@code /check}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Certificates",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "competencies",
            "questions",
            "evidence",
            "catalogue",
            "progress"
        })
package eu.includeu.academy.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
