/**
 * Briefs: trainers see what is missing, take a demand, write for it, and deliver.
 *
 * <p>The authorities that wait hear of it on the pages of their needs.
 */
@NullMarked
@ApplicationModule(
        displayName = "Briefs",
        allowedDependencies = {
            "platform",
            "accounts",
            "authorities",
            "authoring",
            "competencies",
            "catalogue",
            "capacity",
            "matching",
            "demand",
            "requests"
        })
package eu.includeu.academy.briefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
