package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.Server;
import eu.includeu.academy.bench.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node as it ships on the world of a size, with the heap that the goals name, and the database that it starts.
 *
 * @param directory of the database
 */
record House(Path directory) {

    /** The heap that a node is given, as {@code docs/operations.md} names it for a node of this size. */
    static final int HEAP_MEGABYTES = 512;

    static House of(Size size) {
        return new House(Path.of(System.getProperty("world", "target/bench/" + size + "/database"))
                .toAbsolutePath());
    }

    /** Starts the node; whatever {@code -Dnode=} adds for its Java machine is there to look inside. */
    Server open() throws IOException, InterruptedException {
        var options = Stream.concat(
                        Stream.of("-Xmx" + HEAP_MEGABYTES + "m"),
                        Stream.of(System.getProperty("node", "").split(" ")))
                .filter(option -> !option.isEmpty())
                .toList();
        return Server.shipped(
                options,
                Server.freePort(),
                "/readyz",
                List.of(
                        "--academy.demo=false",
                        "--academy.database.directory=" + directory,
                        "--academy.gate.places=128",
                        "--logging.level.root=error"));
    }

    /** As the owner of the tables. */
    Connection owner() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/academy?user=academy_owner&password=academy");
    }

    int databasePort() throws IOException {
        return Integer.parseInt(running().get(3).strip());
    }

    /** What both of them use of the processors from now on. */
    Spent spent(Server node) throws IOException {
        var database = Long.parseLong(running().get(0).strip());
        return new Spent(node.process().toHandle(), ProcessHandle.of(database).orElseThrow());
    }

    private List<String> running() throws IOException {
        return Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
    }
}
