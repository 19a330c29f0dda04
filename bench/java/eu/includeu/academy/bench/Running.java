package eu.includeu.academy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One node as it ships, with the heap that the goals name, on the world of a size, and the owner of its database beside
 * it; and what both take of the machine.
 */
public final class Running implements AutoCloseable {

    /** The heap that a node is given. */
    public static final int HEAP_MEGABYTES = 512;

    /** The same, given at once as the image does. */
    static final List<String> HEAP = List.of("-Xms" + HEAP_MEGABYTES + "m", "-Xmx" + HEAP_MEGABYTES + "m");

    private final Server node;
    private final Connection owner;
    private final String url;
    private final ProcessHandle database;

    private Running(Server node, Connection owner, String url, ProcessHandle database) {
        this.node = node;
        this.owner = owner;
        this.url = url;
        this.database = database;
    }

    /** @param settings further arguments for the node */
    public static Running start(Size size, List<String> settings)
            throws IOException, InterruptedException, SQLException {
        var directory = Path.of(System.getProperty("world", "target/bench/" + size + "/database"))
                .toAbsolutePath();
        var node = Server.shipped(
                options(),
                Server.freePort(),
                "/readyz",
                Stream.concat(
                                Stream.of(
                                        "--academy.demo=false",
                                        "--academy.database.directory=" + directory,
                                        "--logging.level.root=error"),
                                settings.stream())
                        .toList());
        var postmaster = Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/academy?user=%s&password=academy";
        return new Running(
                node,
                DriverManager.getConnection(url.formatted("academy_owner")),
                url,
                ProcessHandle.of(Long.parseLong(postmaster.get(0).strip())).orElseThrow());
    }

    public int port() {
        return node.port();
    }

    /** A connection that may see everything and change the tables. */
    public Connection owner() {
        return owner;
    }

    /** A connection of the role that the node itself uses; its caller closes it. */
    public Connection runtime() throws SQLException {
        return DriverManager.getConnection(url.formatted("academy_runtime"));
    }

    /** The port of the database. */
    public int databasePort() {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** Memory that the node holds, in megabytes, or not a number where the system does not tell. */
    public double megabytes() throws IOException {
        return node.megabytes();
    }

    /** Kilobytes on the node's heap that something still needs: counted after a collection of everything. */
    public double kilobytesNeeded() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.exists(jcmd)) {
            return Double.NaN;
        }
        var counting = new ProcessBuilder(
                        jcmd.toString(), String.valueOf(node.process().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var lines = new String(counting.getInputStream().readAllBytes()).lines().toList();
        counting.waitFor(1, TimeUnit.MINUTES);
        if (Boolean.getBoolean("histogram")) {
            lines.stream().limit(50).forEach(System.out::println);
        }
        return lines.stream()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What node and database use of the processors from now on. */
    public Spent spent() {
        return new Spent(this, nodeMillis(), databaseMillis());
    }

    /** What node and database have used of the processors since a moment, in milliseconds. */
    public record Spent(Running by, double nodeBefore, double databaseBefore) {

        public double byNode() {
            return by.nodeMillis() - nodeBefore;
        }

        public double byDatabase() {
            return by.databaseMillis() - databaseBefore;
        }
    }

    /** What the node has used of the processors so far, in milliseconds. */
    public double nodeMillis() {
        return millis(node.process().toHandle());
    }

    /** What the database has used of the processors so far, in milliseconds; backends that have ended are not counted. */
    public double databaseMillis() {
        return millis(database);
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        try (node;
                owner) {
            // closed in turn, the connection first
        }
    }

    private static double millis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    /** The heap, and whatever {@code -Dnode=} adds to look inside. */
    private static List<String> options() {
        return Stream.concat(
                        HEAP.stream(), Stream.of(System.getProperty("node", "").split(" ")))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
