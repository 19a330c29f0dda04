package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Learners;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A node whose clock is ten minutes fast writes the database's time into everything. */
@AcademyTest
@Import(WrongClockTest.TenMinutesFast.class)
class WrongClockTest {

    private static final Duration WRONG = Duration.ofMinutes(10);

    /** Seconds between what was written and the database's own clock; the test itself takes less than a minute. */
    private static final String OFF =
            "select max(abs(extract(epoch from clock_timestamp() - (%s))))::bigint from %s where official = ?";

    @TestConfiguration(proxyBeanMethods = false)
    static class TenMinutesFast {

        @Bean
        Clock.Machine machine() {
            return () -> Instant.now().plus(WRONG);
        }
    }

    @Autowired
    private Clock clock;

    @Autowired
    private Town town;

    @Autowired
    private Learners learners;

    @BeforeEach
    void isSetRight() {
        clock.measure().block(Duration.ofSeconds(10));
    }

    @Test
    void tellsTheDatabasesTime() {
        var difference = Duration.between(databaseTime(), clock.instant()).abs();
        assertThat(difference).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void writesIt() {
        var official = town.person(town.authority(null, false), Role.OFFICIAL);
        learners.pass(official, learners.enrol(official, town.publish(Lessons.module(Lessons.name(), 1))));
        for (var written : new String[][] {
            {"enrolled", "progress.enrolment"},
            {"completed", "progress.completion"},
            {"opened", "assessment.attempt"},
            {"submitted", "assessment.attempt"},
            {"saved", "assessment.answer"},
            {"issued", "certificates.certificate"},
            {"valid_until - interval '36 months'", "certificates.certificate"},
            {"valid_from", "evidence.evidence"}
        }) {
            assertThat(town.count(
                            OFF.formatted(written[0], written[1]), official.id().value()))
                    .as(written[0] + " of " + written[1])
                    .isLessThan(60);
        }
    }

    private Instant databaseTime() {
        return Instant.ofEpochMilli(town.count("select (extract(epoch from clock_timestamp()) * 1000)::bigint"));
    }
}
