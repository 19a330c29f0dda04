package eu.includeu.academy.assignments;

import static eu.includeu.academy.Town.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Learners;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Assigning modules and following them to the end, on a real PostgreSQL. */
@AcademyTest
class AssigningTest {

    @Autowired
    private Town town;

    @Autowired
    private Learners learners;

    @Autowired
    private Assigning assigning;

    private Account official;
    private VersionId module;

    @BeforeEach
    void someoneLearns() {
        official = town.person(town.authority(null, false), Role.OFFICIAL);
        module = town.publish(Lessons.module(Lessons.name(), 3));
    }

    @Test
    void assignsToTheOwnPeopleOnceAndFollowsThemToTheEnd() {
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        var stranger = town.person(town.authority(null, false), Role.OFFICIAL);
        var need = UUID.randomUUID();
        var due = LocalDate.now(Clock.ZONE).plusDays(30);
        var colleague = town.person(official.authority(), Role.OFFICIAL);
        learners.enrol(colleague, module);

        assertThatThrownBy(() -> assign(coordinator, List.of(official.id(), stranger.id()), need, due))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> assign(coordinator, List.of(), need, LocalDate.now(Clock.ZONE)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("officials", "due"));
        assertThat(town.count("select count(*) from assignments.assignment where module = ?", module.module()))
                .isZero();

        assertThat(assign(coordinator, List.of(official.id(), colleague.id(), official.id()), need, due))
                .isEqualTo(2);
        assertThat(assign(coordinator, List.of(official.id(), colleague.id()), need, due))
                .isZero();
        assertThat(assigned("assigned")).isEqualTo(1);
        assertThat(assigned("active")).isEqualTo(1);

        pass();
        assertThat(assigned("done")).isEqualTo(1);
        assertThat(assign(coordinator, List.of(official.id()), need, due))
                .as("whoever has completed it is not asked again")
                .isZero();
    }

    @Test
    void noticesWhatIsOverdueAndStillLetsItBeDone() {
        var coordinator = town.person(official.authority(), Role.COORDINATOR);
        assign(
                coordinator,
                List.of(official.id()),
                null,
                LocalDate.now(Clock.ZONE).plusDays(1));
        town.change("update assignments.assignment set due = current_date - 1 where module = ?", module.module());
        assertThat(assigning.expire(official.authority()).block(Duration.ofSeconds(10)))
                .isEqualTo(1);
        assertThat(assigned("overdue")).isEqualTo(1);
        pass();
        assertThat(assigned("done")).isEqualTo(1);
    }

    private void pass() {
        learners.pass(official, learners.enrol(official, module));
    }

    private int assign(Account coordinator, List<Account.Id> officials, @Nullable UUID need, LocalDate due) {
        return answer(
                coordinator,
                assigning.assign(coordinator, official.authority(), module.module(), officials, need, due));
    }

    private long assigned(String state) {
        return town.count(
                "select count(*) from assignments.assignment where module = ? and state = ?", module.module(), state);
    }
}
