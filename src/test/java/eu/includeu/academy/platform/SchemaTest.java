package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules that let the tables grow, be divided by authority, and refuse what must not be; read from the migrated database. */
@AcademyTest
class SchemaTest {

    /** Known to all authorities alike: people, sessions, and the lists that everyone reads. */
    private static final List<String> GLOBAL = List.of(
            "accounts.account",
            "accounts.membership",
            "accounts.role",
            "accounts.session",
            "authorities.authority",
            "authorities.closure",
            "authorities.territory",
            "catalogue.edition",
            "catalogue.lesson",
            "catalogue.module",
            "catalogue.rung",
            "catalogue.version",
            "runs.dated",
            "runs.facilitation");

    /** Tables of what people do that have another key, and why. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("authorities.delta", "a queue, emptied each second; read in the order of its notes"),
            Map.entry("capacity.recount", "a queue, emptied by the recounting of needs"),
            Map.entry("demand.note", "a queue, emptied by the reckoning of demand"),
            Map.entry("demand.total", "sums over all authorities; no row is of one"),
            Map.entry("authoring.draft", "of its author; teaches all authorities"),
            Map.entry("briefs.brief", "of the trainer who took it; about the demand of many authorities"),
            Map.entry("pools.pool", "needs of several authorities taken together"),
            Map.entry("exchange.visit", "of two authorities, guest and host"),
            Map.entry("exchange.visit_event", "of two authorities, guest and host"),
            Map.entry("exchange.refusal", "of two authorities, guest and host"),
            Map.entry("exchange.round", "pairs all authorities at once"),
            Map.entry("certificates.directory", "the global way from a number to its authority"));

    /** Foreign keys that name an id alone although the other table has authorities, and why. */
    private static final Map<String, String> ID_ALONE =
            Map.of("planning.acceptance_plan_fkey", "authorities below accept the plan of the one above them");

    /** What must not be there twice, however many ask at once. */
    private static final List<String> ONCE = List.of(
            "accounts.account_email",
            "accounts.membership_one_primary",
            "assessment.attempt_one_open",
            "assessment.attempt_ordinal",
            "assessment.answer_pkey",
            "assignments.assignment_once",
            "briefs.brief_one_taken",
            "capacity.listed_now",
            "capacity.need_event_command",
            "capacity.need_one_open",
            "certificates.certificate_completion",
            "certificates.certificate_once",
            "certificates.directory_pkey",
            "evidence.evidence_once",
            "exchange.visit_one_open",
            "gains.gain_once",
            "planning.plan_one_computing",
            "pools.pool_one_open",
            "progress.completion_once",
            "progress.enrolment_one_open");

    /** Tables of the features, and not the parts of one. */
    private static final String TABLES = """
            with tables as (
                select c.oid, n.nspname || '.' || c.relname as name
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition
                   and n.nspname not in ('pg_catalog', 'information_schema', 'public')
            ), keyed as (
                select t.oid, t.name, a.attname = 'authority' as by_authority
                  from tables t
                  join pg_index i on i.indrelid = t.oid and i.indisprimary
                  join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            )
            """;

    @Autowired
    private DatabaseSettings settings;

    @Test
    void recordsBelongToAnAuthorityFirstOfAll() throws SQLException {
        var others = new ArrayList<>(GLOBAL);
        others.addAll(OTHERWISE.keySet());
        assertThat(asked(TABLES + "select name from keyed where not by_authority"))
                .containsExactlyInAnyOrderElementsOf(others);
        assertThat(asked(TABLES + "select name from tables except select name from keyed"))
                .as("tables without a key")
                .isEmpty();
    }

    @Test
    void recordsNameEachOtherByAuthorityFirst() throws SQLException {
        assertThat(asked(TABLES + """
                select mine.name || '_' || substr(k.conname, length(c.relname) + 2)
                  from pg_constraint k
                  join keyed mine on mine.oid = k.conrelid
                  join pg_class c on c.oid = k.conrelid
                  join keyed theirs on theirs.oid = k.confrelid and theirs.by_authority
                  join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
                  join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
                 where k.contype = 'f' and k.conparentid = 0
                   and not (here.attname = 'authority' and there.attname = 'authority')
                """)).containsExactlyInAnyOrderElementsOf(ID_ALONE.keySet());
    }

    /** A unique index without the authority would stand in the way of dividing the table. */
    @Test
    void whatIsUniqueAmongRecordsIsUniqueWithinAnAuthority() throws SQLException {
        assertThat(asked(TABLES + """
                select i.indexrelid::regclass::text
                  from keyed t join pg_index i on i.indrelid = t.oid and i.indisunique
                 where t.by_authority
                   and not exists (select from pg_attribute a
                                    where a.attrelid = t.oid and a.attname = 'authority' and a.attnum = any (i.indkey))
                """))
                .as("a plan and a handed-in file are also found by their number alone, and stay undivided")
                .containsExactlyInAnyOrder("planning.plan_id", "needs.batch_id");
    }

    @Test
    void whatMustBeThereOnceIsGuardedByTheDatabase() throws SQLException {
        assertThat(asked("""
                select n.nspname || '.' || c.relname
                  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                 where i.indisunique and i.indisvalid
                """)).containsAll(ONCE);
    }

    @Test
    void idsGrowWithTime() throws SQLException {
        assertThat(asked(TABLES + """
                select t.name || '.' || a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid)
                  from tables t
                  join pg_attrdef d on d.adrelid = t.oid
                  join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum and a.atttypid = 'uuid'::regtype
                 where pg_get_expr(d.adbin, d.adrelid) <> 'uuidv7()'
                """)).isEmpty();
        assertThat(asked(TABLES + """
                select t.name from tables t
                  join pg_attribute a on a.attrelid = t.oid and a.attname = 'id' and a.atttypid <> 'uuid'::regtype
                """)).as("a module's id is its name").containsExactly("catalogue.module");
        assertThat(asked("select relname from pg_class where relkind = 'S'"))
                .as("sequences")
                .isEmpty();
    }

    @Test
    void theTreeIsAClosureWithDates() throws SQLException {
        assertThat(asked("""
                select string_agg(attname || ' ' || format_type(atttypid, null), ', ' order by attnum) from pg_attribute
                 where attrelid = 'authorities.closure'::regclass and attnum > 0
                """)).containsExactly("ancestor uuid, descendant uuid, depth integer, valid daterange");
        assertThat(asked("""
                select a.id::text from authorities.authority a
                 where (select count(*) from authorities.closure c
                         where c.ancestor = a.id and c.descendant = a.id and c.depth = 0 and c.valid @> current_date) <> 1
                   and a.closed is null
                """)).as("each authority stands above itself, once").isEmpty();
        assertThat(asked("""
                select upper_step.descendant::text
                  from authorities.closure upper_step
                  join authorities.closure step on step.ancestor = upper_step.descendant
                 where upper_step.valid @> current_date and step.valid @> current_date
                   and not exists (select from authorities.closure whole
                                    where whole.ancestor = upper_step.ancestor and whole.descendant = step.descendant
                                      and whole.depth = upper_step.depth + step.depth and whole.valid @> current_date)
                """))
                .as("who stands above me stands above all below me")
                .isEmpty();
    }

    @Test
    void lifeCyclesAreCheckedWhereARowCanSayThem() throws SQLException {
        assertThat(asked(TABLES + """
                select t.name from tables t
                  join pg_attribute a on a.attrelid = t.oid and a.attname = 'state'
                 where not exists (select from pg_constraint k
                                    where k.conrelid = t.oid and k.contype = 'c' and a.attnum = any (k.conkey))
                """)).isEmpty();
    }

    private List<String> asked(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
