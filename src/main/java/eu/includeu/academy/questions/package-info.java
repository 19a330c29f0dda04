/**
 * Questions: what an official is asked in a quiz, how an answer is read, and how it is marked.
 *
 * <p>Comes in by {@link eu.includeu.academy.questions.Paper}: the questions of one attempt, drawn and shuffled from a
 * seed, shown without their key, and marked exactly. A type of question is one record of the sealed family
 * {@link eu.includeu.academy.questions.Question}, and one template of the same name.
 */
@NullMarked
@ApplicationModule(
        displayName = "Questions",
        allowedDependencies = {"platform", "competencies"})
package eu.includeu.academy.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
