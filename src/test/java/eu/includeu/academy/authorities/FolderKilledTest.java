package eu.includeu.academy.authorities;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** Whoever adds the figures up is killed in the middle of it; nothing is counted twice, and nothing is lost. */
@AcademyTest
class FolderKilledTest {

    private static final String MEASURE = "test.killed";
    private static final int NOTES = 300;

    /** The connections that are adding up and wait for the row that the test holds. */
    private static final String IN_MID_FOLD = """
            from pg_stat_activity
             where datname = current_database() and usename = 'academy_runtime' and state = 'active'
               and wait_event_type = 'Lock' and query like '%authorities.folding%'
            """;

    @Autowired
    private Town town;

    @Autowired
    private Tally tally;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Environment environment;

    private Authority.Id authority;

    @BeforeEach
    void somebodyIsCounted() throws InterruptedException {
        authority = town.authority(null, false);
        note(1);
        await(
                "select count(*) from authorities.total where authority = ? and measure = ?",
                1,
                authority.value(),
                MEASURE);
    }

    @Test
    void countsWhatItsSuccessorAddsUp() throws SQLException, InterruptedException {
        try (var holder = DriverManager.getConnection(TestDatabase.ownerUrl(database()))) {
            holder.setAutoCommit(false);
            hold(holder);
            note(NOTES);
            for (int tries = 0; tries < 100 && administrator("select count(*) " + IN_MID_FOLD) == 0; tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(town.count("select count(*) from authorities.delta where measure = ?", MEASURE))
                    .as("taken, but by nobody's committed transaction")
                    .isEqualTo(NOTES);
            assertThat(administrator("select count(pg_terminate_backend(pid)) " + IN_MID_FOLD))
                    .as("folders killed")
                    .isPositive();
            assertThat(town.count("select count(*) from authorities.delta where measure = ?", MEASURE))
                    .isEqualTo(NOTES);
            holder.rollback();
        }
        await("select count(*) from authorities.delta where measure = ?", 0, MEASURE);
        assertThat(sum("authorities.total")).isEqualTo(NOTES + 1);
        assertThat(sum("authorities.figure")).isEqualTo(NOTES + 1);
    }

    /** The folder has taken the notes and added the own figures when it comes to this row. */
    private void hold(Connection holder) throws SQLException {
        try (var statement = holder.prepareStatement(
                "select from authorities.total where authority = ? and measure = ? for update")) {
            statement.setObject(1, authority.value());
            statement.setString(2, MEASURE);
            statement.executeQuery();
        }
    }

    private long administrator(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.administratorUrl(database()));
                var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String database() {
        return requireNonNull(environment.getProperty("academy.database.name"));
    }

    private void note(int times) {
        Flux.range(0, times)
                .concatMap(each -> tally.add(authority, MEASURE, LocalDate.of(2026, 3, 5), 1))
                .then()
                .as(transaction::transactional)
                .contextWrite(context -> context.put(Scope.class, Scope.NOBODY))
                .block(Duration.ofSeconds(20));
    }

    private long sum(String table) {
        return town.count(
                "select sum(amount)::bigint from " + table + " where authority = ? and measure = ?",
                authority.value(),
                MEASURE);
    }

    private void await(String question, long wanted, Object... values) throws InterruptedException {
        for (int tries = 0; tries < 200 && town.count(question, values) != wanted; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(town.count(question, values)).as(question).isEqualTo(wanted);
    }
}
