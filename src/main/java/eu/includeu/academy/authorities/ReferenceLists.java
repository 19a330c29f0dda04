package eu.includeu.academy.authorities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Puts the territories and the public bodies of the programme into an empty tree, once, as one of the migrations: every
 * installation begins with them. A tree that somebody has already planted is left as it is.
 */
@Component
class ReferenceLists implements JavaMigration {

    private static final String TERRITORIES = "reference/territories.csv";

    private static final String IS_PLANTED = "select exists (select from authorities.authority)";

    private static final String TERRITORY = """
            insert into authorities.territory (code, name, country, level, parent) values (?, ?, ?, ?, ?)
            on conflict (code) do nothing
            """;

    private static final String AUTHORITY = """
            insert into authorities.authority
                   (id, name, name_latin, kind, country, territory, languages, population, review_required, contact, opened)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, date '2021-01-01')
            """;

    /** The body itself at depth 0, and every line of its parent, one step longer. */
    private static final String CLOSURE = """
            insert into authorities.closure (ancestor, descendant, depth, valid)
            select line.ancestor, ?, line.depth + 1, line.valid from authorities.closure line where line.descendant = ?
            union all
            select child.id, child.id, 0, daterange(child.opened, null) from authorities.authority child where child.id = ?
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("150");
    }

    @Override
    public String getDescription() {
        return "reference lists";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        if (!isPlanted(context.getConnection())) {
            saveTerritories(context.getConnection());
            saveBodies(context.getConnection(), ListedBody.all());
        }
    }

    private static boolean isPlanted(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(IS_PLANTED)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void saveTerritories(Connection connection) throws SQLException, IOException {
        try (var rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(
                                new ClassPathResource(TERRITORIES).getInputStream(), StandardCharsets.UTF_8));
                var statement = connection.prepareStatement(TERRITORY)) {
            for (NamedCsvRecord row : rows) {
                statement.setString(1, row.getField("code"));
                statement.setString(2, row.getField("name"));
                statement.setString(3, row.getField("country"));
                statement.setInt(4, Integer.parseInt(row.getField("level")));
                statement.setString(5, row.getField("parent").isEmpty() ? null : row.getField("parent"));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void saveBodies(Connection connection, List<ListedBody> bodies) throws SQLException {
        var ids = new HashMap<String, UUID>();
        try (var authorities = connection.prepareStatement(AUTHORITY);
                var lines = connection.prepareStatement(CLOSURE)) {
            for (var body : bodies) {
                var authority = body.authority();
                var id = authority.id().value();
                ids.put(body.key(), id);
                authorities.setObject(1, id);
                authorities.setString(2, authority.name());
                authorities.setString(3, authority.nameLatin());
                authorities.setString(4, authority.kind().name().toLowerCase(Locale.ROOT));
                authorities.setString(5, authority.country());
                authorities.setString(6, authority.territory());
                authorities.setArray(
                        7,
                        connection.createArrayOf("text", authority.languages().toArray()));
                authorities.setObject(8, authority.population(), Types.INTEGER);
                authorities.setBoolean(9, authority.reviewRequired());
                authorities.setString(10, authority.contact());
                authorities.executeUpdate();
                lines.setObject(1, id);
                lines.setObject(2, ids.get(Objects.requireNonNullElse(body.parent(), "")), Types.OTHER);
                lines.setObject(3, id);
                lines.executeUpdate();
            }
        }
    }
}
