package eu.includeu.academy.platform;

import java.nio.file.Path;
import java.time.Duration;

/** The PostgreSQL of a data directory without the application, for filling it. What a crash would lose is lost. */
public final class OwnDatabase implements AutoCloseable {

    private final EmbeddedDatabase server;

    private OwnDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /** Starts it, unless the application has it already. */
    public static OwnDatabase start(Path directory) {
        return start(directory, false);
    }

    /** The same, and what a crash would lose is kept, as it is when the application starts it. */
    public static OwnDatabase durable(Path directory) {
        return start(directory, true);
    }

    private static OwnDatabase start(Path directory, boolean durable) {
        return new OwnDatabase(EmbeddedDatabase.start(
                new DatabaseSettings(
                        null,
                        0,
                        "academy",
                        "academy_runtime",
                        "academy",
                        "academy_owner",
                        "academy",
                        directory,
                        16,
                        Duration.ofSeconds(20)),
                durable));
    }

    public int port() {
        return server.port();
    }

    /** As the owner of the tables. */
    public String ownerUrl() {
        return ownerUrl(server.port());
    }

    /** The same for one that the application has started. */
    public static String ownerUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/academy?user=academy_owner&password=academy";
    }

    @Override
    public void close() {
        server.close();
    }
}
