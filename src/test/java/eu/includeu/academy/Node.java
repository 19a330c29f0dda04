package eu.includeu.academy;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The academy as a process of its own, as it ships, that can be killed and started again. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final int port;
    private final List<String> before;
    private final List<String> settings;
    private Process process;

    private Node(List<String> settings) throws IOException, InterruptedException {
        this(List.of(), settings);
    }

    private Node(List<String> before, List<String> settings) throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.before = List.copyOf(before);
        this.settings = List.copyOf(settings);
        this.process = launch();
    }

    /** A node with a database of its own in this directory, and the demo in it. */
    public static Node start(Path directory) throws IOException, InterruptedException {
        return new Node(List.of("--academy.database.directory=" + directory.resolve("database")));
    }

    /** A node without the demo, with a database of its own in this directory. */
    public static Node bare(Path directory) throws IOException, InterruptedException {
        return new Node(
                List.of("--academy.database.directory=" + directory.resolve("database"), "--academy.demo=false"));
    }

    /** A second node on the database of the one that was started in this directory. */
    public static Node beside(Path directory) throws IOException, InterruptedException {
        return new Node(
                List.of("--academy.database.host=127.0.0.1", "--academy.database.port=" + databasePort(directory)));
    }

    /** A node with settings of one's own; what begins with {@code -X} is for its virtual machine. */
    public static Node with(String... settings) throws IOException, InterruptedException {
        return new Node(List.of(settings));
    }

    /** The same, started by another program that becomes it, such as {@code env} with what is to be different. */
    public static Node by(List<String> program, String... settings) throws IOException, InterruptedException {
        return new Node(program, List.of(settings));
    }

    /** Where the database of the node in this directory listens. */
    public static int databasePort(Path directory) throws IOException {
        var running = directory.resolve("database/cluster/postmaster.pid");
        return Integer.parseInt(Files.readAllLines(running).get(3).strip());
    }

    public int port() {
        return port;
    }

    public String site() {
        return "http://localhost:" + port;
    }

    /** Without a word, as when the power fails. */
    public void kill() {
        process.destroyForcibly();
    }

    public void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private Process launch() throws IOException, InterruptedException {
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        settings.stream().filter(Node::isForTheMachine).forEach(command::add);
        command.addAll(List.of("-cp", classpath(), Academy.class.getName(), "--server.port=" + port));
        settings.stream().filter(setting -> !isForTheMachine(setting)).forEach(command::add);
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "nodes.log").toFile()))
                .start();
        awaitReadiness(started);
        return started;
    }

    private static boolean isForTheMachine(String setting) {
        return setting.startsWith("-X");
    }

    /** The application as it ships, without the tests beside it. */
    private static String classpath() {
        var everything = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(everything.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReadiness(Process started) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && started.isAlive()) {
            if (isReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("The application did not start; see target/nodes.log");
    }

    private boolean isReady() {
        try {
            var health = URI.create(site() + "/actuator/health/readiness");
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }
}
