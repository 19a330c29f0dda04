package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Streams rows into the database by COPY, over a connection of its own; what is taken together is committed together. */
final class Copying implements Target {

    /** Words are cut by the database, as when the application publishes an edition. */
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
                   reviewer text, published timestamptz)
            """;

    private final Connection connection;

    Copying(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.createStatement().execute(ARRIVAL);
        connection.setAutoCommit(false);
    }

    @Override
    public void take(List<Lines> tables) throws SQLException, IOException {
        for (var table : tables) {
            if (table.rows() > 0) {
                var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyStatement());
                copy.writeToCopy(table.bytes(), 0, table.size());
                copy.endCopy();
                if (table.table().equals("arrival")) {
                    connection.createStatement().execute(EDITIONS);
                    connection.createStatement().execute("truncate arrival");
                }
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
