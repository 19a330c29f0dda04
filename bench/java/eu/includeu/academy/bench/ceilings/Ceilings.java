package eu.includeu.academy.bench.ceilings;

import eu.includeu.academy.bench.Server;
import eu.includeu.academy.bench.load.Call;
import eu.includeu.academy.bench.load.Load;
import eu.includeu.academy.bench.load.Walk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What {@link Bare} and {@code pgbench} reach beside the academy, on the same database server. */
public final class Ceilings implements AutoCloseable {

    /** A database of its own, so that nothing of the academy is in the way. */
    static final String DATABASE = "ceilings";

    private static final int ROWS = 100_000;
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Server server;
    private final Load text;
    private final Load doors;
    private final int database;

    private Ceilings(Server server, int textPort, int database) {
        this.server = server;
        this.text = new Load(textPort);
        this.doors = new Load(server.port());
        this.database = database;
    }

    /** Makes the database of the ceilings on the server that listens here, and starts the bare server. */
    public static Ceilings beside(int database) throws IOException, InterruptedException, SQLException {
        prepare(database);
        var textPort = Server.freePort();
        var server = Server.start(
                Bare.class,
                List.of("-Xmx256m", "-Dtext.port=" + textPort, "-Ddatabase.port=" + database),
                Server.freePort(),
                "/json",
                List.of());
        return new Ceilings(server, textPort, database);
    }

    /** How many a second of each, with so many connections; {@code pgbench} where it is installed. */
    public Map<String, Double> measure(int connections, Duration time) throws IOException, InterruptedException {
        var ceilings = new LinkedHashMap<String, Double>();
        ceilings.put(
                "text",
                text.flatOut(walks(connections, "/text", "fair"), time)
                        .allRight("a ceiling")
                        .perSecond());
        ceilings.put(
                "json",
                doors.flatOut(walks(connections, "/json", "fair"), time)
                        .allRight("a ceiling")
                        .perSecond());
        ceilings.put(
                "select",
                doors.flatOut(selects(connections), time).allRight("a ceiling").perSecond());
        ceilings.put(
                "insert",
                doors.flatOut(inserts(connections), time).allRight("a ceiling").perSecond());
        pgbench("select id, number, given from kept where number = :row;", time)
                .ifPresent(rate -> ceilings.put("pgbench select", rate));
        pgbench("insert into kept (id, number, given) values (gen_random_uuid(), :row, 'fair');", time)
                .ifPresent(rate -> ceilings.put("pgbench insert", rate));
        return ceilings;
    }

    @Override
    public void close() throws InterruptedException {
        text.close();
        doors.close();
        server.close();
    }

    private static void prepare(int database) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database, "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        try (var connection = DriverManager.getConnection(url(database, DATABASE));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id uuid primary key, number int not null, given text not null)");
            statement.execute(
                    "insert into kept select lpad(to_hex(n), 32, '0')::uuid, n, 'fair' from generate_series(1, " + ROWS
                            + ") n");
            statement.execute("create index on kept (number)");
            statement.execute("vacuum analyze kept");
        }
    }

    private static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=postgres&password=postgres";
    }

    private static List<Walk> walks(int connections, String path, String part) {
        return IntStream.range(0, connections)
                .mapToObj(at -> Walk.of(
                        () -> Call.get(path),
                        reply -> reply.status() == 200 && reply.body().contains(part)))
                .toList();
    }

    private static List<Walk> selects(int connections) {
        return IntStream.range(0, connections)
                .mapToObj(at -> Walk.of(
                        () -> Call.get("/select/"
                                + new UUID(0, 1 + ThreadLocalRandom.current().nextInt(ROWS))),
                        reply -> reply.status() == 200 && reply.body().contains("fair")))
                .toList();
    }

    private static List<Walk> inserts(int connections) {
        return IntStream.range(0, connections)
                .mapToObj(at -> Walk.of(
                        () -> Call.post("/insert", Map.of(), "key=" + UUID.randomUUID() + "&sequence=1&given=fair"),
                        reply -> reply.status() == 200 && reply.body().contains("fair")))
                .toList();
    }

    /** Where it is not installed, there is no such ceiling. */
    private OptionalDouble pgbench(String statement, Duration time) throws IOException, InterruptedException {
        try {
            var command = new ProcessBuilder(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    "8",
                    "-j",
                    "1",
                    "-T",
                    String.valueOf(time.toSeconds()),
                    "-h",
                    "127.0.0.1",
                    "-p",
                    String.valueOf(database),
                    "-U",
                    "postgres",
                    "-f",
                    "/dev/stdin",
                    DATABASE);
            command.environment().put("PGPASSWORD", "postgres");
            var process = command.redirectErrorStream(true).start();
            try (var script = process.getOutputStream()) {
                script.write(
                        ("\\set row random(1, " + ROWS + ")\n" + statement + "\n").getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            var found = PER_SECOND.matcher(said);
            return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
        } catch (IOException notInstalled) {
            return OptionalDouble.empty();
        }
    }
}
