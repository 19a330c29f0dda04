package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.PostgreSql;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The disk of the write-ahead log is full while officials answer; after a while there is space again. */
final class FullDisk implements Drill {

    private static final int BEFORE = 1_000;
    private static final int WANTED = 2_500;
    private static final String SIZE = "size=160m";
    private static final byte[] BALLAST = new byte[65_536];

    @Override
    public String name() {
        return "full-disk";
    }

    @Override
    public Optional<String> lacks() {
        try {
            var disk = Files.createDirectories(Stage.FOLDER.resolve("mount"));
            var mounted = run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString()) == 0;
            return mounted && run("umount", disk.toString()) == 0
                    ? Optional.empty()
                    : Optional.of("a small disk in memory could not be mounted: run it as root");
        } catch (IOException | InterruptedException failed) {
            return Optional.of("a small disk in memory could not be mounted: " + failed.getMessage());
        }
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        var disk = Files.createDirectories(Stage.FOLDER.resolve(name()).resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString());
        try {
            var data = stage.data(name());
            run("mv", data.resolve("pg_wal").toString(), disk.resolve("pg_wal").toString());
            Files.createSymbolicLink(data.resolve("pg_wal"), disk.resolve("pg_wal"));
            try (var server = PostgreSql.start(stage.programs(), data, Map.of("restart_after_crash", "off"))) {
                return run(stage, server, disk.resolve("ballast"));
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private Drilled run(Stage stage, PostgreSql server, Path ballast) throws Exception {
        try (var node = Node.with(server.settingsOfNode())) {
            var crowd = Crowd.answering(node.site(), stage.sitters(), Duration.ofMillis(10));
            long space;
            try (crowd) {
                crowd.await(BEFORE);
                fill(ballast);
                useUp(server);
                TimeUnit.SECONDS.sleep(3);
                Files.delete(ballast);
                space = System.nanoTime();
                server.startAgain();
                crowd.await(WANTED);
            }
            return Drilled.of(name(), crowd.ledger(), server, space, Map.of());
        }
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(BALLAST);
            }
        } catch (IOException full) {
            if (Files.size(ballast) == 0) {
                throw full;
            }
        }
    }

    /** Takes the files of the log that were laid out beforehand, until there is none left and the server gives up. */
    private static void useUp(PostgreSql server) throws InterruptedException {
        var end = Instant.now().plusSeconds(30);
        while (server.isRunning()) {
            try {
                server.execute("select pg_switch_wal()");
            } catch (SQLException full) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The disk is full, and the server did not notice");
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
