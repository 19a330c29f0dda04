package eu.includeu.academy.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.Visitor;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

/** A world of the smallest size is one that the application could have made itself. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = WorldTest.Uninhabited.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldTest {

    private static final long SEED = 7;
    private static final LocalDate TODAY = LocalDate.now(Clock.ZONE);

    /** Every figure, counted again from the records, in the words of the tally. */
    private static final String RECOUNT = """
            select authority, 'officials' as measure, started as day, 1 as amount from accounts.membership
            union all select authority, 'enrolled', (enrolled at time zone 'Europe/Rome')::date, 1 from progress.enrolment
            union all select authority, 'enrolled', (touched at time zone 'Europe/Rome')::date, -1
                        from progress.enrolment where state = 'withdrawn'
            union all select authority, 'lessons', (done at time zone 'Europe/Rome')::date, 1
                        from progress.lesson where done is not null
            union all select l.authority, 'lessons.' || v.theme, (l.done at time zone 'Europe/Rome')::date, 1
                        from progress.lesson l
                        join progress.enrolment e on e.authority = l.authority and e.id = l.enrolment
                        join catalogue.version v on v.module = e.module and v.number = e.number
                       where l.done is not null
            union all select authority, 'completed', (coalesce(decided, completed) at time zone 'Europe/Rome')::date, 1
                        from progress.completion where review in ('none', 'confirmed')
            union all select authority, 'certified', (issued at time zone 'Europe/Rome')::date, 1
                        from (select distinct on (official) authority, issued
                                from certificates.certificate order by official, issued) as first
            union all select authority, 'needs.declared', (at at time zone 'Europe/Rome')::date,
                             case event when 'declare' then 1 else -1 end
                        from capacity.need_event where event in ('declare', 'withdraw')
            union all select authority, 'needs.closed', (at at time zone 'Europe/Rome')::date, 1
                        from capacity.need_event where event = 'close'
            """;

    private static final String SHAPE = """
            select indexrelid::regclass::text || ' ' || pg_get_indexdef(indexrelid) || ' ' || indisvalid from pg_index
             where indexrelid::regclass::text not like 'pg\\_%' and indexrelid::regclass::text not like '%pg_toast%'
            union all
            select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
              from pg_constraint where conrelid <> 0
             order by 1
            """;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    private List<String> shape = List.of();

    /** A database that is migrated and empty. */
    static final class Uninhabited extends TestDatabase {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of("academy.demo=false").applyTo(context);
        }
    }

    @BeforeAll
    void make() throws Exception {
        shape = rows(SHAPE);
        World.make(Size.S, SEED, TODAY, url());
    }

    @Test
    void leavesTheTablesAsTheyWere() throws SQLException {
        assertThat(rows(SHAPE)).isEqualTo(shape).hasSizeGreaterThan(100);
    }

    @Test
    void isAsLargeAsItShallBe() throws SQLException {
        assertThat(count("select count(*) from authorities.authority")).isEqualTo(60);
        assertThat(count("select count(*) from accounts.account")).isEqualTo(1_200);
        assertThat(count("select count(*) from catalogue.edition")).isEqualTo(60);
        assertThat(count("select count(*) from progress.enrolment")).isEqualTo(4_000);
        assertThat(count("select count(*) from assessment.answer")).isBetween(56_000, 96_000);
        assertThat(count("select count(*) from capacity.open_need")).isBetween(240, 360);
        assertThat(count("select count(distinct official) from assessment.attempt where state = 'open'"))
                .isGreaterThan(200);
    }

    @Test
    void theSameSeedMakesTheSameWorld() throws Exception {
        assertThat(digest(SEED)).isEqualTo(digest(SEED)).isNotEqualTo(digest(SEED + 1));
    }

    @Test
    void figuresByDayAreThoseOfTheRecords() throws SQLException {
        assertThat(rows("""
                with counted as (
                    select authority, measure, day, sum(amount) as amount from (%s) as every
                     group by authority, measure, day having sum(amount) <> 0
                ), kept as (
                    select authority, measure, day, amount from authorities.figure where amount <> 0
                )
                (select 'missing ' || c from (select * from counted except select * from kept) as c)
                union all (select 'too many ' || c from (select * from kept except select * from counted) as c)
                """.formatted(RECOUNT))).isEmpty();
    }

    @Test
    void sumsAreThoseOfTheTree() throws SQLException {
        assertThat(rows("""
                with counted as (
                    select c.ancestor, f.measure, sum(f.amount) as amount
                      from authorities.figure f
                      join authorities.closure c on c.descendant = f.authority and c.valid @> current_date
                     group by c.ancestor, f.measure
                ), kept as (
                    select authority, measure, amount from authorities.total
                )
                (select 'missing ' || c from (select * from counted except select * from kept) as c)
                union all (select 'too many ' || c from (select * from kept except select * from counted) as c)
                """)).isEmpty();
    }

    @Test
    void whatAnEnrolmentSaysIsWhatItsLessonsAndAttemptsSay() throws SQLException {
        assertThat(rows("""
                select e.id || ' ' || e.state
                  from progress.enrolment e
                  left join progress.lesson l on l.authority = e.authority and l.enrolment = e.id
                 group by e.authority, e.id
                having e.done <> count(l.done)
                    or e.state in ('quiz_open', 'locked', 'completed') and e.done <> e.lessons
                    or e.state = 'enrolled' and count(l.lesson) > 0
                    or (e.state = 'completed') <> exists (
                           select from assessment.attempt a
                            where a.official = e.official and a.module = e.module and a.ordinal > 0 and a.passed)
                """)).isEmpty();
        assertThat(rows("""
                select c.id::text from progress.completion c
                  left join certificates.certificate s on s.authority = c.authority and s.completion = c.id
                  left join authorities.authority a on a.id = c.authority
                 where (s.id is null) = (c.review in ('none', 'confirmed')) or (c.review = 'none') = a.review_required
                """)).isEmpty();
    }

    @Test
    void needsStandWhereEvidenceHasPutThem() throws SQLException {
        assertThat(rows("""
                select n.id || ' ' || n.state || ' ' || n.staff || ' ' || n.began || ' ' || n.holders || ' ' || t.holders
                  from capacity.need n
                 cross join lateral capacity.coverage(n.authority, n.id, n.competency, n.current, n.target, n.staff,
                                                      now(), current_date) t
                 cross join lateral capacity.coverage(n.authority, n.id, n.competency, n.current, n.target, n.staff,
                                                      n.declared, n.declared::date) d
                 where n.holders <> t.holders or n.began <> d.holders
                    or (t.holders >= n.staff) <> (n.state in ('met', 'closed'))
                    or n.deadline < current_date and n.state not in ('met', 'closed', 'overdue', 'withdrawn')
                    or n.version <> (select count(*) from capacity.need_event e where e.need = n.id)
                """)).isEmpty();
    }

    @Test
    void anOfficialFindsHomeLessonAndAttempt() throws SQLException {
        var person = rows("""
                select p.email || ' /enrolments/' || e.id || '/lessons/' || e.done + 1 || ' /attempts/' || a.id
                  from assessment.attempt a
                  join accounts.account p on p.id = a.official
                  join progress.enrolment e on e.official = a.official and e.state = 'in_progress' and e.done < e.lessons
                 where a.state = 'open' order by p.email limit 1
                """).get(0).split(" ");
        var visitor = Visitor.signedIn(port, person[0]);
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.get(person[1]).text()).contains("<main").contains("</h1>");
        var attempt = visitor.get(person[2]);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(attempt.html().select("form").size()).isGreaterThan(3);
    }

    @Test
    void aCoordinatorSeesWhatTheRecordsSay() throws SQLException {
        var email = rows("""
                select p.email from accounts.account p
                  join authorities.authority a on a.id = p.authority and a.kind = 'partnership'
                  join accounts.membership m on m.account = p.id
                  join accounts.role r on r.membership = m.id and r.role = 'coordinator'
                """).get(0);
        var visitor = Visitor.signedIn(port, email);
        var overview = visitor.get("/overview");
        assertThat(overview.status()).isEqualTo(200);
        var certified = count("select count(distinct official) from certificates.certificate");
        assertThat(overview.html().text().replaceAll("(?<=\\d)[.,\\s](?=\\d{3})", ""))
                .contains(String.valueOf(certified));
    }

    /** A sum over all rows of each table, whatever their order. */
    private static Map<String, Long> digest(long seed) throws Exception {
        var sums = new ConcurrentHashMap<String, Long>();
        World.write(Size.S, seed, TODAY, () -> new Target() {
            @Override
            public void take(List<Lines> tables) {
                for (var table : tables) {
                    new String(table.bytes(), 0, table.size(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> table.table().equals("accounts.account")
                                    ? line.replaceAll("\\$2a\\$[^\t]*", "")
                                    : line)
                            .forEach(line -> sums.merge(table.table(), hash(line), Long::sum));
                }
            }

            @Override
            public void close() {}
        });
        return new HashMap<>(sums);
    }

    private static long hash(String line) {
        var hash = 1L;
        for (var at = 0; at < line.length(); at++) {
            hash = hash * 1_099_511_628_211L + line.charAt(at);
        }
        return hash;
    }

    private int count(String sql) throws SQLException {
        return Integer.parseInt(rows(sql).get(0));
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }

    private String url() {
        return TestDatabase.ownerUrl(Objects.requireNonNull(environment.getProperty("academy.database.name")));
    }
}
