package eu.includeu.academy.progress;

import static eu.includeu.academy.progress.Examples.SUBJECT;
import static eu.includeu.academy.progress.Examples.enrolment;
import static eu.includeu.academy.progress.Examples.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Enrolment.Stage;
import eu.includeu.academy.progress.Enrolment.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether somebody may enrol, and with what. */
class PastTest {

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ENROLLED", "IN_PROGRESS", "QUIZ_OPEN", "LOCKED"})
    void admitsNoSecondEnrolmentBesideAnOpenOne(State state) {
        assertThatThrownBy(() -> new Past(List.of(in(state))).mayEnrol(SUBJECT))
                .isInstanceOf(Refused.class)
                .hasMessage("enrolment.open");
    }

    @Test
    void admitsNobodyToWhatIsCompletedUnlessTheMajorVersionIsNew() {
        var past = new Past(List.of(in(State.COMPLETED)));
        assertThatThrownBy(() -> past.mayEnrol(new VersionId("housing-allocation", "1.9.9")))
                .isInstanceOf(Refused.class)
                .hasMessage("enrolment.completed-already");
        assertThatCode(() -> past.mayEnrol(new VersionId("housing-allocation", "2.0.0")))
                .doesNotThrowAnyException();
    }

    @Test
    void admitsWhoeverGaveItUp() {
        assertThatCode(() -> new Past(List.of(in(State.WITHDRAWN))).mayEnrol(SUBJECT))
                .doesNotThrowAnyException();
    }

    @Test
    void takesOverLessonsOfTheSameVersionOnly() {
        var past = new Past(List.of(in(State.WITHDRAWN)));
        assertThat(past.lessons(SUBJECT, 3)).containsExactly(Stage.DONE, Stage.EMPTY, Stage.EMPTY);
        assertThat(past.lessons(new VersionId("housing-allocation", "1.3.0"), 2))
                .containsExactly(Stage.EMPTY, Stage.EMPTY);
    }

    @Test
    void keepsGrantedGoesWithinTheMajorVersion() {
        var past = new Past(List.of(
                enrolment(new VersionId("housing-allocation", "1.0.0"), State.WITHDRAWN, List.of(Stage.DONE), 2)));
        assertThat(past.extraAttempts(SUBJECT)).isEqualTo(2);
        assertThat(past.extraAttempts(new VersionId("housing-allocation", "2.0.0")))
                .isZero();
    }
}
