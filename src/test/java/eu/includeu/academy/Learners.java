package eu.includeu.academy;

import static eu.includeu.academy.Town.answer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Given;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.progress.Enrolling;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Learning;
import eu.includeu.academy.questions.Answer;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes modules of {@link Lessons} for the officials of a test. */
@Component
public class Learners {

    private final Enrolling enrolling;
    private final Learning learning;
    private final Assessment assessment;

    Learners(Enrolling enrolling, Learning learning, Assessment assessment) {
        this.enrolling = enrolling;
        this.learning = learning;
        this.assessment = assessment;
    }

    public Enrolment enrol(Account official, VersionId module) {
        return answer(official, enrolling.enrol(official, module.module(), Locale.ENGLISH));
    }

    public void finish(Account official, Enrolment enrolment) {
        for (int lesson = 1; lesson <= enrolment.lessons().size(); lesson++) {
            answer(official, learning.finishLesson(enrolment.id(), official.id(), lesson));
        }
    }

    /** Hands the quiz in as it is, without an answer. */
    public Attempt fail(Account official, Enrolment enrolment) {
        var attempt = answer(official, learning.startQuiz(enrolment.id(), official.id()));
        return answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
    }

    /** Finishes all lessons and answers every question right. */
    public void pass(Account official, Enrolment enrolment) {
        finish(official, enrolment);
        var attempt = answer(official, learning.startQuiz(enrolment.id(), official.id()));
        var questions = attempt.paper().questions();
        for (int number = 0; number < questions.size(); number++) {
            var question = questions.get(number);
            var right = question.options().stream()
                    .filter(option -> option.text().startsWith("RIGHT"))
                    .map(option -> option.id())
                    .toArray(String[]::new);
            var given =
                    switch (question.kind()) {
                        case "TrueFalse" -> Answer.of("true");
                        case "Numeric" -> Answer.of("1.5");
                        case "ShortText" -> Answer.of("secret-word, with comma");
                        default -> Answer.of(right);
                    };
            answer(
                    official,
                    assessment.answer(
                            attempt.id(),
                            official.id(),
                            number,
                            new Given(UUID.randomUUID(), 1, given),
                            Locale.ENGLISH));
        }
        var graded = answer(official, assessment.submit(attempt.id(), official.id(), attempt.version()));
        assertThat(requireNonNull(graded.grade()).share().percent()).isEqualTo(100);
    }
}
