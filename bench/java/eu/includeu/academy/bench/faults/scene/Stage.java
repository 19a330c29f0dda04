package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What all drills begin with: a database with the demo in it, and officials who are signed in and have open papers. Each
 * drill gets a copy of its own. A list is kept in the same transaction as each answer, by its key, so that an answer which
 * a later one has replaced is still known to have been there.
 */
public final class Stage implements AutoCloseable {

    public static final Path FOLDER = Path.of("target", "drills").toAbsolutePath();

    private static final int SITTERS = 24;

    private static final String[] LIST = {
        "create schema drill",
        "create table drill.kept (key uuid primary key)",
        "create table drill.sitter (official uuid primary key)",
        """
        create function drill.keep() returns trigger language plpgsql security definer as $$
        begin
            insert into drill.kept values (new.key) on conflict do nothing;
            return null;
        end $$
        """,
        "create trigger keep after insert or update on assessment.answer for each row execute function drill.keep()"
    };

    private static final String PEOPLE = """
            insert into drill.sitter
            select account.id
              from accounts.account
              join accounts.membership on membership.account = account.id and membership.ended is null
              join accounts.role on role.membership = membership.id and role.role = 'official'
             where account.suspended is null
               and not exists (select from progress.enrolment where enrolment.official = account.id)
             order by account.email
             limit %d
            """;

    private static final String ADDRESSES =
            "select email from accounts.account where id in (select official from drill.sitter) order by email";

    private final Path seed;
    private final List<Sitter> sitters;

    private Stage(Path seed, List<Sitter> sitters) {
        this.seed = seed;
        this.sitters = List.copyOf(sitters);
    }

    public static Stage set() throws IOException, InterruptedException, SQLException {
        clear(FOLDER);
        Files.createDirectories(FOLDER);
        var seed = FOLDER.resolve("seed");
        try (var node = Node.start(seed)) {
            var sitters = new ArrayList<Sitter>();
            for (var email : prepare(Node.databasePort(seed))) {
                sitters.add(Sitter.signedIn(node.port(), email));
            }
            return new Stage(seed.resolve("database"), sitters);
        }
    }

    /** Officials with open papers; they know their sessions, whatever node they meet. */
    public List<Sitter> sitters() {
        return sitters;
    }

    /** A copy of the database, to be used up. */
    public Path data(String drill) throws IOException, InterruptedException {
        var copy = FOLDER.resolve(drill).resolve("cluster");
        PostgreSql.copy(seed.resolve("cluster"), copy);
        return copy;
    }

    /** A server on a copy of the database. */
    public PostgreSql server(String drill, Map<String, String> settings) throws IOException, InterruptedException {
        return PostgreSql.start(programs(), data(drill), settings);
    }

    /** A streaming replica of a server that was started on such a copy. */
    public PostgreSql replica(String drill, PostgreSql primary) throws IOException, InterruptedException {
        var copy = FOLDER.resolve(drill).resolve("replica");
        PostgreSql.copy(seed.resolve("cluster"), copy);
        Files.createFile(copy.resolve("standby.signal"));
        return PostgreSql.start(
                programs(),
                copy,
                Map.of(
                        "primary_conninfo",
                        "host=127.0.0.1 user=postgres application_name=replica port=" + primary.port()));
    }

    public Path programs() throws IOException {
        try (var found = Files.list(seed.resolve("programs"))) {
            return found.filter(folder -> Files.exists(folder.resolve("bin/postgres")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        clear(FOLDER);
    }

    private static List<String> prepare(int port) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/academy?user=postgres&password=postgres");
                var statement = connection.createStatement()) {
            for (var one : LIST) {
                statement.execute(one);
            }
            statement.execute(PEOPLE.formatted(SITTERS));
            var people = new ArrayList<String>();
            try (var answer = statement.executeQuery(ADDRESSES)) {
                while (answer.next()) {
                    people.add(answer.getString(1));
                }
            }
            return people;
        }
    }

    /** Everything but the logs. */
    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder) && !path.toString().endsWith(".log"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
