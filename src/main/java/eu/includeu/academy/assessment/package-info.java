/**
 * Assessment: quizzes, the attempts officials make at them, the answers that are never lost, and the marking.
 *
 * <p>Comes in by {@link eu.includeu.academy.assessment.Assessment}; tells of
 * {@link eu.includeu.academy.assessment.AttemptSubmitted}. It knows no enrolment: who may sit a quiz, and how often, is
 * decided by whoever opens the attempt.
 */
@NullMarked
@ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"platform", "accounts", "authorities", "competencies", "questions", "catalogue"})
package eu.includeu.academy.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
