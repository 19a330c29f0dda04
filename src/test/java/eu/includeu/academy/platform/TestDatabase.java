package eu.includeu.academy.platform;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL for all tests of a run, and a database of its own for each application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    private static final class Server {

        static final DatabaseSettings SETTINGS = new DatabaseSettings(
                null,
                0,
                "academy",
                "academy_runtime",
                "academy",
                "academy_owner",
                "academy",
                Path.of("target/test-database-" + ProcessHandle.current().pid()),
                16,
                Duration.ofSeconds(20));

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var server = EmbeddedDatabase.start(SETTINGS, false);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "test_" + CONTEXTS.incrementAndGet();
        create(name);
        TestPropertyValues.of(
                        "academy.database.host=127.0.0.1",
                        "academy.database.port=" + Server.RUNNING.port(),
                        "academy.database.name=" + name,
                        "academy.demo=true")
                .applyTo(context);
    }

    /** For looking past row-level security at what is really there. */
    public static String ownerUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.port() + "/" + database
                + "?user=academy_owner&password=academy";
    }

    /** As the application asks: bound by row-level security. */
    public static String runtimeUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.port() + "/" + database
                + "?user=academy_runtime&password=academy";
    }

    /** For what only an administrator may do or see: ending other people's connections, for one. */
    public static String administratorUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.port() + "/" + database
                + "?user=postgres&password=postgres";
    }

    static int port() {
        return Server.RUNNING.port();
    }

    /** Where the server of all tests keeps its data. */
    static Path cluster() {
        return Server.SETTINGS.directory().resolve("cluster");
    }

    private static void create(String name) {
        try (var connection = DriverManager.getConnection(administratorUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner academy_owner");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
