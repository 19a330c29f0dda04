package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Node;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The proxy before two nodes, with the very settings that are shipped. */
public final class HaProxy implements AutoCloseable {

    private static final String SETTINGS = "src/main/docker/haproxy.cfg";

    private final int port;
    private final Process process;

    private HaProxy(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static HaProxy before(Node one, Node two) throws IOException, InterruptedException {
        var port = freePort();
        var builder = new ProcessBuilder(program().orElseThrow().toString(), "-db", "-f", SETTINGS)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Stage.FOLDER.resolve("haproxy.log").toFile()));
        builder.environment().put("ACADEMY_PORT", String.valueOf(port));
        builder.environment().put("ACADEMY_ONE", "127.0.0.1:" + one.port());
        builder.environment().put("ACADEMY_TWO", "127.0.0.1:" + two.port());
        var proxy = new HaProxy(port, builder.start());
        proxy.awaitConnection();
        return proxy;
    }

    /** What to do where it is not installed. */
    public static Optional<String> lacking() {
        return program().isPresent()
                ? Optional.empty()
                : Optional.of("haproxy is not installed: apt-get install haproxy");
    }

    public String site() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Optional<Path> program() {
        var places = Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        return places.map(place -> Path.of(place, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void awaitConnection() throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            try (var open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("HAProxy did not start; see " + Stage.FOLDER.resolve("haproxy.log"));
    }
}
