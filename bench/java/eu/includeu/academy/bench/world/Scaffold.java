package eu.includeu.academy.bench.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands while a world is written and is gone afterwards. Takes the indexes and foreign keys of the large tables away while they are filled, and puts them back as they were: each
 * row is checked then, all at once instead of one by one. Primary keys, checks and triggers stay.
 */
final class Scaffold {

    private static final String TABLES = """
            ('assessment.attempt'::regclass, 'assessment.answer'::regclass, 'progress.enrolment'::regclass,
             'progress.lesson'::regclass, 'progress.completion'::regclass, 'certificates.certificate'::regclass,
             'certificates.directory'::regclass, 'evidence.evidence'::regclass, 'gains.gain'::regclass,
             'authorities.figure'::regclass, 'accounts.account'::regclass, 'accounts.membership'::regclass,
             'accounts.role'::regclass, 'assignments.assignment'::regclass, 'review.decision'::regclass)
            """;

    /** Of needs too: whoever verifies one may be written down later. */
    private static final String KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f'
               and (conrelid in ('capacity.need'::regclass, 'capacity.need_event'::regclass) or conrelid in
            """ + TABLES + ") order by conrelid::regclass::text, conname";

    private static final String INDEXES = """
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
              from pg_index i
             where not exists (select from pg_constraint c where c.conindid = i.indexrelid) and indrelid in
            """ + TABLES + " order by indexrelid::regclass::text";

    /** The papers by number, for whoever sits them. */
    private static final String PAPERS = """
            create schema world;
            create unlogged table world.paper (number int primary key, paper jsonb not null)
            """;

    private final List<String> indexes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    /** Takes them away. */
    static Scaffold raise(String url) throws SQLException {
        var scaffold = new Scaffold();
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            drop(connection, KEYS, scaffold.keys);
            drop(connection, INDEXES, scaffold.indexes);
            connection.createStatement().execute(PAPERS);
            connection.commit();
        }
        return scaffold;
    }

    /** The indexes as they were, two at a time; then the foreign keys. */
    void restore(String url) throws Exception {
        Crew.each(indexes, () -> DriverManager.getConnection(url), Scaffold::execute);
        try (var connection = DriverManager.getConnection(url)) {
            for (var key : keys) {
                execute(connection, key);
            }
            execute(connection, "drop schema world cascade");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute("set max_parallel_maintenance_workers = 0");
            statement.execute("set work_mem = '128MB'");
            statement.execute(sql);
        }
    }

    private static void drop(Connection connection, String query, List<String> restore) throws SQLException {
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                restore.add(rows.getString(2));
            }
        }
        for (var drop : drops) {
            connection.createStatement().execute(drop);
        }
    }
}
