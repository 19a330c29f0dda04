package eu.includeu.academy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A real streaming replica of the server of all tests: a copy of its files, and the log as it is written. */
final class Standby implements AutoCloseable {

    private static final String SLOT = "test_standby";

    /** Made anew by the copy when it starts. */
    private static final Set<String> NOT_COPIED = Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_dynshmem");

    private final Path cluster;
    private final Path program;
    private final int port;
    private Process process;

    private Standby(Path cluster, Path program, int port) throws IOException {
        this.cluster = cluster;
        this.program = program;
        this.port = port;
        this.process = launch();
    }

    static Standby start() {
        try (var free = new ServerSocket(0);
                var primary = DriverManager.getConnection(TestDatabase.administratorUrl("postgres"));
                var statement = primary.createStatement()) {
            var from = TestDatabase.cluster();
            var to = from.resolveSibling("standby");
            statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
            statement.execute("select pg_backup_start('standby', true)");
            copy(from, to);
            try (var rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                rows.next();
                Files.writeString(to.resolve("backup_label"), rows.getString(1));
            }
            Files.createFile(to.resolve("standby.signal"));
            var port = free.getLocalPort();
            free.close();
            var standby = new Standby(to, program(from.resolveSibling("programs")), port);
            standby.awaitReadiness();
            return standby;
        } catch (IOException | SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    int port() {
        return port;
    }

    /** How late it follows from now on: what is committed on the first server is seen here so many seconds later. */
    void follow(int secondsLate) {
        execute("alter system set recovery_min_apply_delay = '" + secondsLate + "s'");
        execute("select pg_reload_conf()");
    }

    /** How many connections were last used for a statement that holds this text. */
    long asked(String database, String text) {
        try (var connection = DriverManager.getConnection(administrator(port));
                var statement = connection.prepareStatement(
                        "select count(*) from pg_stat_activity where datname = ? and query like ? and usename = 'academy_runtime'")) {
            statement.setString(1, database);
            statement.setString(2, "%" + text + "%");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        process = launch();
        awaitReadiness();
    }

    @Override
    public void close() {
        try {
            kill();
            try (var primary = DriverManager.getConnection(TestDatabase.administratorUrl("postgres"));
                    var statement = primary.createStatement()) {
                statement.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots"
                        + " where slot_name = '" + SLOT + "' and not active");
            }
        } catch (SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** PostgreSQL does not run as root; in a user namespace it is somebody else. */
    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", cluster.toString(), "-p", String.valueOf(port)));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=400",
                "hot_standby=on",
                "fsync=off",
                "timezone=UTC",
                "primary_slot_name=" + SLOT,
                "primary_conninfo=host=127.0.0.1 port=" + TestDatabase.port() + " user=postgres password=postgres")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "standby.log").toFile())
                .start();
    }

    private void awaitReadiness() throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try (var connection = DriverManager.getConnection(administrator(port))) {
                return;
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("The replica did not start; see target/standby.log");
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(administrator(port));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Path program(Path programs) throws IOException {
        try (var found = Files.find(programs, 4, (path, attributes) -> path.endsWith("bin/postgres"))) {
            return found.findFirst().orElseThrow();
        }
    }

    /** Files come and go while a running server is copied; what is missing is in the log. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                if (NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.endsWith("postmaster.pid") && !file.endsWith("postmaster.opts")) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(failed);
            }
        });
        Files.createDirectories(to.resolve("pg_wal/archive_status"));
        Files.createDirectories(to.resolve("pg_wal/summaries"));
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    private static String administrator(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
    }
}
