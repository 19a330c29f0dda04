package eu.includeu.academy.bench.exports;

import eu.includeu.academy.bench.Notes;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Running;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.routes.Person;
import eu.includeu.academy.progress.ProgressFigures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The spreadsheet of 300,000 completions, as a coordinator downloads it, against the database copying the rows of the same
 * query to the same machine, as the same role and with the same reach: in turns, so that what the machine does beside hits
 * both alike.
 */
public final class ExportPart implements Part {

    private static final int COMPLETIONS = Integer.getInteger("completions", 300_000);
    private static final int ROUNDS = 3;

    /** Who answers for most, and how many completions that are. */
    private record Chief(UUID account, UUID authority, int completions) {}

    private static final String CHIEF = """
            select m.account, m.authority,
                   (select count(*) from progress.completion c
                     where c.authority = any (array(select descendant from authorities.closure
                                                     where ancestor = m.authority and valid @> current_date)))
              from accounts.membership m
              join accounts.role r on r.membership = m.id and r.role = 'coordinator'
              join accounts.account a on a.id = m.account and a.suspended is null
             where m.ended is null
             order by (select count(*) from authorities.closure c where c.ancestor = m.authority) desc, 1
             limit 1
            """;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        try (var running = Running.start(size, List.of());
                var filling = Filling.to(COMPLETIONS, running.owner());
                var runtime = running.runtime()) {
            var chief = chief(running.owner());
            var person = Person.signIn(running.owner(), chief.account());
            var path = "/authorities/" + chief.authority() + "/completions.csv";
            runtime.setAutoCommit(false);
            download(running.port(), path, person);
            copy(runtime, chief.authority());
            var notes = new Notes();
            notes.add("completions", "rows", chief.completions());
            for (var round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                var copied = copy(runtime, chief.authority());
                var byDatabase = since(began);
                var spent = running.nodeMillis();
                began = System.nanoTime();
                var sheet = download(running.port(), path, person);
                var byAcademy = since(began);
                if (copied.lines() != chief.completions() || sheet.lines() != chief.completions() + 1) {
                    throw new IllegalStateException("Of " + chief.completions() + " completions " + copied.lines()
                            + " were copied, and the sheet has " + sheet.lines() + " lines");
                }
                notes.add("copy", "s", byDatabase);
                notes.add("sheet", "s", byAcademy);
                notes.add("export of copy", "ratio", byAcademy / byDatabase);
                notes.add("first line of the sheet", "s", sheet.first());
                notes.add("size of the sheet", "MB", sheet.bytes() / 1e6);
                notes.add(
                        "node",
                        "ms of processor a thousand rows",
                        1_000 * (running.nodeMillis() - spent) / chief.completions());
                notes.add("memory of the node", "MB", running.megabytes());
            }
            results.keep(name(), size, notes.figures());
        }
    }

    private static Chief chief(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(CHIEF)) {
            row.next();
            return new Chief(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
        }
    }

    /** What {@code \copy (…) to file csv} does, with nothing kept of it. */
    private static Counted copy(Connection runtime, UUID authority) throws Exception {
        try (var statement = runtime.createStatement()) {
            statement.execute("select set_config('academy.person', '', true), set_config('academy.roots', '{%s}', true)"
                    .formatted(authority));
        }
        var counted = new Counted();
        runtime.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (" + query().replace(":authority", "'" + authority + "'::uuid")
                                + ") to stdout with (format csv)",
                        counted);
        runtime.rollback();
        return counted;
    }

    private static Counted download(int port, String path, Person person) throws IOException {
        var counted = new Counted();
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setRequestProperty("Cookie", person.cookie());
        if (connection.getResponseCode() != 200
                || !String.valueOf(connection.getContentType()).startsWith("text/csv")) {
            throw new IllegalStateException(path + " was answered " + connection.getResponseCode());
        }
        try (var sheet = connection.getInputStream()) {
            var some = new byte[65_536];
            for (var length = sheet.read(some); length >= 0; length = sheet.read(some)) {
                counted.write(some, 0, length);
            }
        }
        return counted;
    }

    /** The statement that the academy sends, for all rows at once. */
    private static String query() throws ReflectiveOperationException {
        var statement = ProgressFigures.class.getDeclaredField("COMPLETIONS");
        statement.setAccessible(true);
        var nothing = "'" + new UUID(0, 0) + "'::uuid";
        return String.valueOf(statement.get(null))
                .replace(":last", nothing)
                .replace(":id", nothing)
                .replace(":limit", "null");
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Counts, and keeps nothing. */
    private static final class Counted extends OutputStream {

        private final long began = System.nanoTime();
        private int lines;
        private long bytes;
        private double first;

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            first = bytes == 0 ? since(began) : first;
            bytes += length;
            for (var at = from; at < from + length; at++) {
                lines += some[at] == '\n' ? 1 : 0;
            }
        }

        int lines() {
            return lines;
        }

        long bytes() {
            return bytes;
        }

        double first() {
            return first;
        }
    }
}
