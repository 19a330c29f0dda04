package eu.includeu.academy.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java program as a process of its own, as it would run for real, with what it takes of the machine. */
public final class Server implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final int port;
    private final double secondsToStart;

    private Server(Process process, int port, double secondsToStart) {
        this.process = process;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /**
     * Starts a program and waits until it answers.
     *
     * @param main the class to start
     * @param java arguments for the Java machine, before the class
     * @param probe the path that answers 200 once it is ready
     * @param arguments for the program
     */
    public static Server start(Class<?> main, List<String> java, int port, String probe, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("-Dserver.port=" + port));
        command.addAll(java);
        command.addAll(List.of("-cp", classpath(main), main.getName()));
        command.addAll(arguments);
        return launch(Path.of(""), command, port, probe);
    }

    /**
     * Starts the academy as it ships and waits until it answers; what it is told of directories has to be absolute.
     *
     * @param java arguments for the Java machine
     */
    public static Server shipped(List<String> java, int port, String probe, List<String> arguments)
            throws IOException, InterruptedException {
        var shipped = Shipped.ready();
        var command = new ArrayList<>(List.of("-Dserver.port=" + port));
        command.addAll(java);
        command.addAll(shipped.arguments());
        command.addAll(arguments);
        return launch(shipped.folder(), command, port, probe);
    }

    /** The same without the archive of classes, to see what that is good for. */
    static Server withoutArchive(List<String> java, int port, String probe, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("-Dserver.port=" + port));
        command.addAll(java);
        command.addAll(Shipped.WITHOUT_ARCHIVE);
        command.addAll(arguments);
        return launch(Shipped.ready().folder(), command, port, probe);
    }

    private static Server launch(Path folder, List<String> arguments, int port, String probe)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        Files.createDirectories(Path.of("target"));
        var began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/bench.log")))
                .start();
        await(process, URI.create("http://127.0.0.1:" + port + probe));
        return new Server(process, port, (System.nanoTime() - began) / 1e9);
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** From the launch to the first right answer. */
    public double secondsToStart() {
        return secondsToStart;
    }

    /** Memory that it holds, in megabytes; where the system does not tell, nothing. */
    public double megabytes() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        return !Files.exists(status)
                ? Double.NaN
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                        .sum();
    }

    /** Seconds of processor time that it has taken since its launch. */
    public double processorSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static void await(Process process, URI probe) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            if (answers(probe)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroyForcibly();
        throw new IllegalStateException("Did not start; see target/bench.log");
    }

    private static boolean answers(URI probe) {
        try {
            var connection = (HttpURLConnection) probe.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200 && isWhole(connection);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A page has come to its end; anything else is taken as it is. */
    private static boolean isWhole(HttpURLConnection connection) throws IOException {
        try (var body = connection.getInputStream()) {
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return !String.valueOf(connection.getContentType()).startsWith("text/html")
                    || text.contains("</main>") && text.endsWith("</html>\n");
        }
    }

    /** The academy runs as it ships, without the tests; a server of the benchmarks itself needs them. */
    private static String classpath(Class<?> main) {
        var withTests = main.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> withTests || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
