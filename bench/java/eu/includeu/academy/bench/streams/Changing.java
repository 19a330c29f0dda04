package eu.includeu.academy.bench.streams;

import eu.includeu.academy.bench.routes.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What changes while people watch: somebody finishes a lesson, or something happens in every authority at once. */
final class Changing {

    /** Somebody who answers for an authority, and all below it. */
    record Coordinator(UUID account, UUID authority) {}

    private static final String BUSIEST = """
            select e.authority
              from progress.enrolment e
              join accounts.account a on a.id = e.official and a.suspended is null
             where e.state in ('in_progress', 'quiz_open') and e.lessons > e.done
             group by 1
             order by (select count(*) from authorities.closure c
                         join accounts.membership m on m.authority = c.ancestor and m.ended is null
                         join accounts.role r on r.membership = m.id and r.role = 'coordinator'
                        where c.descendant = e.authority and c.valid @> current_date) desc, count(*) desc, 1
             limit 1
            """;

    private static final String WATCHING = """
            select distinct m.account, m.authority
              from accounts.membership m
              join accounts.role r on r.membership = m.id and r.role = 'coordinator'
              join accounts.account a on a.id = m.account and a.suspended is null
              join authorities.closure c on c.ancestor = m.authority and c.valid @> current_date
             where m.ended is null and c.descendant = coalesce(?, m.authority)
             order by 1, 2
            """;

    private static final String UNDONE = """
            select e.official, e.id, n
              from progress.enrolment e
              join accounts.account a on a.id = e.official and a.suspended is null
              cross join generate_series(1, e.lessons) n
             where e.authority = ? and e.state in ('in_progress', 'quiz_open')
               and not exists (select from progress.lesson l
                                where l.authority = e.authority and l.enrolment = e.id and l.lesson = n
                                  and l.done is not null)
             order by n, e.id
             limit 1
            """;

    private static final String EVERYWHERE = """
            insert into authorities.delta (authority, day, measure, amount)
            select authority, current_date, 'lessons', ? from unnest(?) as authority
            """;

    private final Connection owner;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;

    Changing(Connection owner, int port) {
        this.owner = owner;
        this.site = "http://127.0.0.1:" + port;
    }

    /** The authority that most people answer for, of those where somebody has lessons left. */
    UUID busiest() throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(BUSIEST)) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    /** Everybody who answers for this authority. */
    List<Coordinator> over(UUID authority) throws SQLException {
        try (var statement = owner.prepareStatement(WATCHING)) {
            statement.setObject(1, authority);
            return coordinators(statement);
        }
    }

    /** Everybody who answers for any. */
    List<Coordinator> all() throws SQLException {
        try (var statement = owner.prepareStatement(WATCHING)) {
            statement.setObject(1, null, java.sql.Types.OTHER);
            return coordinators(statement);
        }
    }

    /** Somebody of this authority finishes a lesson, as the page's form tells the academy. */
    void finishLesson(UUID authority) throws SQLException, IOException, InterruptedException {
        try (var statement = owner.prepareStatement(UNDONE)) {
            statement.setObject(1, authority);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No lesson is left to be finished in " + authority);
                }
                send(
                        Person.signIn(owner, row.getObject(1, UUID.class)),
                        "/enrolments/" + row.getObject(2, UUID.class) + "/lessons/" + row.getInt(3) + "/completion");
            }
        }
    }

    /** A lesson more in each of these, in one transaction, and next time one less, so that the world stays as it was. */
    void touch(List<UUID> authorities, boolean more) throws SQLException {
        try (var statement = owner.prepareStatement(EVERYWHERE)) {
            statement.setInt(1, more ? 1 : -1);
            statement.setArray(2, owner.createArrayOf("uuid", authorities.toArray()));
            statement.execute();
        }
    }

    private void send(Person person, String path) throws IOException, InterruptedException {
        var call = person.post(path, "");
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.valueOf(call.body())));
        call.headers().forEach(request::setHeader);
        var status =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 303) {
            throw new IllegalStateException(path + " was answered " + status);
        }
    }

    private static List<Coordinator> coordinators(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<Coordinator>();
            while (rows.next()) {
                found.add(new Coordinator(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
            return List.copyOf(found);
        }
    }
}
