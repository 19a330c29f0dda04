package eu.includeu.academy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.Line;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The line to the database goes dead without a word, for ten seconds; what was connected through it stays dead. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DeadLineTest.ThroughLine.class)
class DeadLineTest {

    private static final Duration DARK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private static Line line;

    @LocalServerPort
    private int port;

    @Autowired
    private Changes changes;

    @Autowired
    private DatabaseSettings settings;

    /** The database of this test, behind a line that can be cut. */
    static class ThroughLine extends TestDatabase {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            try {
                line = Line.to(context.getEnvironment().getRequiredProperty("academy.database.port", Integer.class));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            TestPropertyValues.of("academy.database.port=" + line.port()).applyTo(context);
        }
    }

    @AfterAll
    static void close() throws IOException {
        line.close();
    }

    @Test
    void saysSoWithinTwoSecondsAndIsBackWithinFive() throws InterruptedException {
        var official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        var resumed = new AtomicInteger();
        var listening =
                changes.all().filter(Changes.Change.RESUMED::equals).subscribe(change -> resumed.incrementAndGet());
        assertThat(official.look("/certificates", PATIENCE).status()).isEqualTo(200);

        var dark = Instant.now();
        line.cut();
        var caught = CompletableFuture.supplyAsync(() -> official.look("/certificates", PATIENCE));
        assertThat(within(2, () -> look("/readyz") == 503)).as("says so").isTrue();
        assertTurnedAway(official.look("/certificates", Duration.ofSeconds(1)));
        assertTurnedAway(caught.join());
        assertThat(Instant.now()).as("nobody waits for nothing").isBefore(dark.plusSeconds(6));
        TimeUnit.MILLISECONDS.sleep(
                Duration.between(Instant.now(), dark.plus(DARK)).toMillis());

        line.mend();
        assertThat(within(
                        5,
                        () -> look("/readyz") == 200
                                && official.look("/certificates", PATIENCE).status() == 200))
                .as("is back")
                .isTrue();
        assertThat(within(15, () -> resumed.get() > 0))
                .as("hears changes again")
                .isTrue();
        listening.dispose();
    }

    /** The page is made, but the session that it changes cannot be saved: nobody is sent an empty page for it. */
    @Test
    void turnsAwayWhoseAnswerWaitsInItsHead() throws Exception {
        var official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        try (var lock = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()))) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table accounts.session in exclusive mode");
            var caught = CompletableFuture.supplyAsync(() -> official.look("/certificates?language=it", PATIENCE));
            TimeUnit.SECONDS.sleep(1);
            line.cut();
            assertTurnedAway(caught.join());
            lock.rollback();
        }
        line.mend();
        assertThat(within(5, () -> look("/readyz") == 200)).as("is back").isTrue();
    }

    private static void assertTurnedAway(Visitor.Told told) {
        assertThat(told.status()).isEqualTo(503);
        assertThat(told.header("retry-after")).isEqualTo("5");
    }

    private int look(String path) {
        return Visitor.at(port).look(path, PATIENCE).status();
    }

    private static boolean within(int seconds, BooleanSupplier wanted) throws InterruptedException {
        var end = Instant.now().plusSeconds(seconds);
        while (!wanted.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Instant.now().isBefore(end);
    }
}
