package eu.includeu.academy.bench;

import eu.includeu.academy.bench.world.WorldPart;
import eu.includeu.academy.platform.OwnDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * From the launch of a node to the first page, with a database that runs and is up to date: of the academy as it ships,
 * without its archive, and with the database that it starts itself.
 */
final class StartBench implements Part {

    private static final int RUNS = 5;
    private static final String FIRST_PAGE = "/";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        var directory = WorldPart.directory(size).resolve("database").toAbsolutePath();
        var notes = new Notes();
        try (var database = OwnDatabase.durable(directory)) {
            var beside = List.of(
                    "--academy.demo=false",
                    "--logging.level.root=error",
                    "--academy.database.host=127.0.0.1",
                    "--academy.database.port=" + database.port());
            start(beside).close();
            for (var run = 0; run < RUNS; run++) {
                try (var node = start(beside)) {
                    notes.add("start", "s", node.secondsToStart());
                    notes.add("start processor", "s", node.processorSeconds());
                }
                try (var node = Server.withoutArchive(Running.HEAP, Server.freePort(), FIRST_PAGE, beside)) {
                    notes.add("start without archive", "s", node.secondsToStart());
                }
            }
        }
        for (var run = 0; run < RUNS; run++) {
            notes.add("start with its own database", "s", withItsOwn(directory));
        }
        results.keep(name(), size, notes.figures());
    }

    private static double withItsOwn(Path directory) throws IOException, InterruptedException {
        try (var node = start(List.of(
                "--academy.demo=false", "--logging.level.root=error", "--academy.database.directory=" + directory))) {
            return node.secondsToStart();
        }
    }

    private static Server start(List<String> settings) throws IOException, InterruptedException {
        return Server.shipped(Running.HEAP, Server.freePort(), FIRST_PAGE, settings);
    }
}
