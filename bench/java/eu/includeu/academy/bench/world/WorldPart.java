package eu.includeu.academy.bench.world;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Results.Figure;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.OwnDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/**
 * Makes the world of a size in {@code target/bench/<size>}, once: the application migrates an empty database, the world is
 * written, and the application counts its demand. A finished world of the same seed and tables is used again.
 */
public final class WorldPart implements Part {

    /** The seed of all benchmarks. */
    public static final long SEED = 20_261_122;

    /** For how many seconds a database may write before it has stopped. */
    private static final int PATIENCE = 600;

    private static final String IDLE = """
            select not exists (select from demand.mark) and not exists (select from demand.note)
                   and not exists (select from capacity.open_need n
                                    where not exists (select from demand.reckoned r
                                                       where r.authority = n.authority and r.need = n.id))
            """;

    /** All at once, and not in turns with whoever might be reading, as on the morning of a day. */
    private static final String MARK_ALL = """
            insert into demand.mark (authority, need) select authority, id from capacity.open_need on conflict do nothing
            """;

    /** The directory of a size, as {@link Node} takes it. */
    public static Path directory(Size size) {
        return Path.of("target", "bench", size.name());
    }

    /** Whom and what a load generator may ask for. */
    public static Path guide(Size size) {
        return directory(size).resolve("guide");
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        var directory = directory(size);
        var mark = directory.resolve("world.finished");
        var wanted = SEED + " " + size + " " + newestMigration();
        if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
            System.out.println("world " + size + " is there already");
            return;
        }
        Room.check(size, directory);
        wipe(directory);
        Files.createDirectories(directory);
        var figures = new ArrayList<Figure>();
        var began = System.nanoTime();
        node(directory).close();
        figures.add(since("migrate", began));
        var heap = Heap.watched();
        var made = fill(size, directory);
        heap.close();
        made.seconds().forEach((stage, seconds) -> figures.add(Figure.of(stage, "s", seconds)));
        figures.add(Figure.of(
                "world",
                "s",
                made.seconds().values().stream().mapToDouble(each -> each).sum()));
        figures.add(Figure.of("rows", "", made.rows()));
        figures.add(Figure.of("world peak heap", "MB", heap.megabytes()));
        began = System.nanoTime();
        settle(directory);
        figures.add(since("demand", began));
        figures.add(Figure.of("on disk", "MB", Room.taken(directory.resolve("database/cluster")) / 1e6));
        results.keep(name(), size, figures);
        Files.writeString(mark, wanted);
    }

    private static World.Made fill(Size size, Path directory) throws Exception {
        try (var database = OwnDatabase.start(directory.resolve("database"))) {
            var made = World.make(size, SEED, LocalDate.now(Clock.ZONE), database.ownerUrl());
            Guide.write(database.ownerUrl(), guide(size));
            return made;
        }
    }

    /** Lets the application count what it counts by itself, so that no benchmark finds it at work. */
    private static void settle(Path directory) throws IOException, InterruptedException, SQLException {
        try (var node = node(directory);
                var connection = DriverManager.getConnection(OwnDatabase.ownerUrl(Node.databasePort(directory)));
                var statement = connection.createStatement()) {
            statement.execute(MARK_ALL);
            for (var idle = false; !idle; ) {
                TimeUnit.SECONDS.sleep(2);
                try (var answer = statement.executeQuery(IDLE)) {
                    idle = answer.next() && answer.getBoolean(1);
                }
            }
            statement.execute("vacuum (analyze)");
        }
        // a large database writes for longer than a node waits for it
        for (var seconds = 0; Files.exists(directory.resolve("database/cluster/postmaster.pid")); seconds++) {
            if (seconds == PATIENCE) {
                throw new IllegalStateException("The database in " + directory + " does not stop");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** The academy with the heap it is promised to do with, without the demo; compiled well, since it has much to count. */
    private static Node node(Path directory) throws IOException, InterruptedException {
        return Node.with(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=4",
                "--academy.database.directory=" + directory.resolve("database"),
                "--academy.demo=false");
    }

    /** The highest number among the migrations: the world is made anew when the tables change. */
    private static String newestMigration() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("V"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Figure since(String what, long began) {
        return Figure.of(what, "s", (System.nanoTime() - began) / 1e9);
    }

    private static void wipe(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
            }
        }
    }
}
