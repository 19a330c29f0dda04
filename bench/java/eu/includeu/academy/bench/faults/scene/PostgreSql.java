package eu.includeu.academy.bench.faults.scene;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of a drill's own, which can be killed, started again, and promoted. */
public final class PostgreSql implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path programs;
    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private PostgreSql(Path programs, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        this.programs = programs;
        this.data = data;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.settings = new HashMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "log_min_messages", "error",
                "port", String.valueOf(port)));
        this.settings.putAll(settings);
        this.process = launch();
        awaitAnswer();
    }

    /** A server on the data in this directory. */
    public static PostgreSql start(Path programs, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new PostgreSql(programs, data, settings);
    }

    public int port() {
        return port;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What a node needs to use this server. */
    public String[] settingsOfNode(String... others) {
        var all = new ArrayList<>(
                List.of("-Xmx512m", "--academy.database.host=127.0.0.1", "--academy.database.port=" + port));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    /** All of it at once: the server and every process that it started. */
    public void kill() throws InterruptedException {
        var all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    public void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitAnswer();
    }

    /** Makes a standby the server that takes writes. */
    public void promote() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote(wait => false)");
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/academy?user=postgres&password=postgres&connectTimeout=2");
    }

    public void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    /** The first column of all rows. */
    public Set<String> texts(String question) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            var texts = new HashSet<String>();
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
            return texts;
        }
    }

    /** The first number of the first row. */
    public double number(String question) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getDouble(1);
        }
    }

    /** How late a standby follows from now on. */
    public void follow(int secondsLate) throws SQLException {
        execute("alter system set recovery_min_apply_delay = '" + secondsLate + "s'", "select pg_reload_conf()");
    }

    /** Stops without waiting for whoever is connected. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a name space of its own it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toAbsolutePath().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Stage.FOLDER.resolve("postgresql.log").toFile()))
                .start();
    }

    private void awaitAnswer() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("PostgreSQL did not start; see " + Stage.FOLDER.resolve("postgresql.log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Copies the data of a server that does not run. */
    public static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        if (new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("Could not copy " + from + " to " + to);
        }
    }
}
