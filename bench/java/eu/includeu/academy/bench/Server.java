package eu.includeu.academy.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
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
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(java);
        command.addAll(List.of("-Dserver.port=" + port, "-cp", classpath(main), main.getName()));
        command.addAll(arguments);
        Files.createDirectories(Path.of("target"));
        var began = System.nanoTime();
        var process = new ProcessBuilder(command)
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
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
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
