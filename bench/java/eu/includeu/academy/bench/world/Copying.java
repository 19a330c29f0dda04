package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Streams rows into the database by COPY, over a connection of its own; what is taken together is committed together. */
final class Copying implements Target {

    /** Editions that arrive; words are cut by the database, as when the application publishes one. */
    private static final String EDITIONS = """
            insert into catalogue.edition (module, number, language, translation, title, summary, content, words, source,
                   revision, byline, reviewer, published)
            select module, number, language, translation, title, summary, content,
                   setweight(to_tsvector('simple', heads), 'A') || setweight(to_tsvector('simple', leads), 'B')
                   || setweight(to_tsvector('simple', bodies), 'D'),
                   source, 1, byline, reviewer, published
              from arrival
            """;

    private static final String ARRIVAL = """
            create temp table arrival (module text, number text, language text, translation text, title text,
                   summary text, content jsonb, heads text, leads text, bodies text, source text, byline text,
                   reviewer text, published timestamptz) on commit delete rows
            """;

    /** Attempts, with the papers that they name by number: those are compressed already, and are not read again. */
    private static final String ATTEMPTS = """
            insert into assessment.attempt (authority, id, official, module, number, major, ordinal, allowed, language,
                   seed, paper, state, opened, submitted, won, won_of, passed, marks, version)
            select authority, id, official, module, s.number, major, ordinal, allowed, language,
                   seed, p.paper, state, opened, submitted, won, won_of, passed, marks, version
              from sitting s join world.paper p on p.number = s.paper
            """;

    private static final String SITTING = """
            create temp table sitting on commit delete rows as
            select authority, id, official, module, number, major, ordinal, allowed, language,
                   seed, 0 as paper, state, opened, submitted, won, won_of, passed, marks, version
              from assessment.attempt with no data
            """;

    /** What is copied into a table of the connection first, and how it goes on from there. */
    private static final Map<String, String> ONWARDS = Map.of("arrival", EDITIONS, "sitting", ATTEMPTS);

    private final Connection connection;

    Copying(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        execute(ARRIVAL);
        execute(SITTING);
        connection.setAutoCommit(false);
    }

    @Override
    public void take(List<Lines> tables) throws SQLException, IOException {
        for (var table : tables) {
            if (table.rows() > 0) {
                var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyStatement());
                copy.writeToCopy(table.bytes(), 0, table.size());
                copy.endCopy();
                var onwards = ONWARDS.get(table.table());
                if (onwards != null) {
                    execute(onwards);
                }
            }
        }
        connection.commit();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
