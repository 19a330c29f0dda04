package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * A way through the world for whoever puts load on it: some files of comma-separated values, a head in each.
 *
 * <ul>
 *   <li>{@code officials.csv}: who has a module half read and an attempt open; the next lesson, the attempt and how many
 *       questions it has
 *   <li>{@code coordinators.csv}: one a line, with the authority and how many stand below it
 *   <li>{@code regions.csv}: all that have others below them, the largest first
 *   <li>{@code certificates.csv}, {@code needs.csv}, {@code modules.csv}: numbers and identifiers, some of each
 * </ul>
 */
final class Guide {

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("officials.csv", """
                select p.email, p.authority, e.id as enrolment, e.module, e.language, least(e.done + 1, e.lessons) as lesson,
                       '/enrolments/' || e.id || '/lessons/' || least(e.done + 1, e.lessons) as address,
                       a.id as attempt, jsonb_array_length(a.paper -> 'items') as questions
                  from assessment.attempt a
                  join accounts.account p on p.id = a.official
                  join lateral (select * from progress.enrolment e
                                 where e.official = a.official and e.state = 'in_progress' and e.done < e.lessons
                                 order by e.touched desc limit 1) e on true
                 where a.state = 'open'
                 order by p.email limit 2000
                """);
        FILES.put("coordinators.csv", """
                select p.email, p.authority, a.kind,
                       (select count(*) from authorities.closure c where c.ancestor = a.id) as authorities
                  from accounts.role r
                  join accounts.membership m on m.id = r.membership
                  join accounts.account p on p.id = m.account
                  join authorities.authority a on a.id = p.authority
                 where r.role = 'coordinator'
                 order by 4 desc, p.email limit 1000
                """);
        FILES.put("regions.csv", """
                select a.id as authority, a.kind, a.country, count(*) as authorities, t.amount as officials,
                       (select p.email from accounts.account p
                          join accounts.membership m on m.account = p.id
                          join accounts.role r on r.membership = m.id and r.role = 'coordinator'
                         where p.authority = a.id limit 1) as coordinator
                  from authorities.authority a
                  join authorities.closure c on c.ancestor = a.id
                  join authorities.total t on t.authority = a.id and t.measure = 'officials'
                 group by a.id, t.amount
                having count(*) > 1
                 order by 4 desc, a.id
                """);
        FILES.put("certificates.csv", "select number from certificates.certificate order by number limit 1000");
        FILES.put("needs.csv", """
                select n.id as need, n.authority, n.competency, n.target, n.state, p.email as coordinator
                  from capacity.need n join accounts.account p on p.id = n.declared_by
                 where n.state in ('declared', 'verified', 'planned', 'in_progress', 'overdue')
                 order by n.id limit 1000
                """);
        FILES.put("modules.csv", """
                select v.module, v.number, v.lessons,
                       (select string_agg(e.language, ' ' order by e.language) from catalogue.edition e
                         where e.module = v.module and e.number = v.number) as languages
                  from catalogue.version v where v.state = 'published' order by v.module
                """);
    }

    private Guide() {}

    static void write(String ownerUrl, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        try (var connection = DriverManager.getConnection(ownerUrl)) {
            for (var file : FILES.entrySet()) {
                write(connection, file.getValue(), folder.resolve(file.getKey()));
            }
        }
    }

    private static void write(Connection connection, String sql, Path file) throws SQLException, IOException {
        try (var out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + sql + ") to stdout (format csv, header)", out);
        }
    }
}
