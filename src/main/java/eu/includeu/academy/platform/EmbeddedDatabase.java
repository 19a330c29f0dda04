package eu.includeu.academy.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The academy's own PostgreSQL, for a machine that has none: durable, on the loopback address, and stopped with the
 * application. A lock in the directory keeps a second process out; a server left behind by a killed one is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /** Starts the server in this directory, with both roles and the database made if they are not there. */
    static EmbeddedDatabase start(DatabaseSettings settings) {
        return start(settings, true);
    }

    /** @param durable false only for tests: a crash may then lose what was written */
    static EmbeddedDatabase start(DatabaseSettings settings, boolean durable) {
        var directory = settings.directory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            var lock = lock(directory);
            stopOrphan(directory.resolve("cluster").resolve("postmaster.pid"));
            var embedded = new EmbeddedDatabase(lock, launch(directory, durable));
            embedded.prepare(settings);
            return embedded;
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("PostgreSQL could not be started in " + directory + ": " + failed, failed);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException failed) {
            log.warn("PostgreSQL did not stop cleanly: {}", failed.toString());
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("academy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Another process of this application already uses " + directory
                    + ". Stop it, or choose another directory with academy.database.directory.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    /** A killed application leaves its server running; it is asked to stop before a new one starts. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var orphan = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", pid);
            new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start();
            orphan.get().onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static EmbeddedPostgres launch(Path directory, boolean durable) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("cluster"))
                .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", durable ? "100" : "400")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("full_page_writes", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    private void prepare(DatabaseSettings settings) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role :
                    new String[][] {{settings.owner(), settings.ownerPassword()}, {settings.user(), settings.password()}
                    }) {
                statement.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role "%1$s" login nosuperuser nobypassrls nocreatedb nocreaterole password '%2$s';
                          end if;
                        end $$""".formatted(role[0], role[1]));
            }
            var exists = statement
                    .executeQuery("select from pg_database where datname = '" + settings.name() + "'")
                    .next();
            if (!exists) {
                statement.execute("create database \"%s\" owner \"%s\"".formatted(settings.name(), settings.owner()));
            }
        }
    }
}
