package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The second line: what the database shows when the application forgets to ask for the right rows. */
@AcademyTest
class RowLevelSecurityTest {

    /** Reference data, which everyone may read; every other table holds records of people or of what they do. */
    private static final List<String> PUBLIC = List.of(
            "authorities.territory",
            "authorities.authority",
            "authorities.closure",
            "catalogue.module",
            "catalogue.version",
            "catalogue.rung",
            "catalogue.edition",
            "catalogue.lesson",
            "runs.facilitation",
            "runs.dated");

    /** The only ways past row-level security; each has been read by a second pair of eyes. */
    private static final List<String> DEFINERS = List.of(
            "accounts.principal",
            "accounts.session_delete",
            "accounts.session_read",
            "accounts.session_renew",
            "accounts.session_write",
            "accounts.sessions_sweep",
            "accounts.sign_in",
            "authorities.standings",
            "certificates.check_number",
            "closing.standing",
            "closing.used",
            "demand.totals",
            "gains.gained",
            "gains.measured",
            "needs.alike",
            "needs.invitations",
            "needs.often",
            "needs.partners",
            "pools.joined");

    @Autowired
    private DatabaseClient db;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseSettings settings;

    @Test
    void everyTableOfPeopleHasAPolicy() throws SQLException {
        assertThat(owner("""
                select n.nspname || '.' || c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                   and not c.relrowsecurity
                 order by 1
                """)).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void theRuntimeRoleIsBoundByThem() throws SQLException {
        assertThat(owner("""
                select rolname from pg_roles
                 where rolname = 'academy_runtime' and not rolsuper and not rolbypassrls and not rolcreaterole
                   and not pg_has_role('academy_runtime', 'academy_owner', 'member')
                   and not exists (select from pg_class where relowner = pg_roles.oid)
                """)).containsExactly("academy_runtime");
    }

    @Test
    void onlyTheKnownFunctionsPassThem() throws SQLException {
        assertThat(owner("""
                select n.nspname || '.' || p.proname
                  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                 order by 1
                """)).containsExactlyElementsOf(DEFINERS);
        assertThat(owner("""
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                   and (p.proconfig is null or not ('search_path=pg_catalog, pg_temp' = any (p.proconfig)))
                """)).isEmpty();
    }

    @Test
    void viewsAskAsTheirReader() throws SQLException {
        assertThat(owner("""
                select n.nspname || '.' || c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
                   and not coalesce('security_invoker=true' = any (c.reloptions), false)
                """)).isEmpty();
    }

    @Test
    void showsNobodyAnything() {
        for (var table : peopleTables()) {
            assertThat(count(table, Scope.NOBODY)).as(table).isZero();
        }
    }

    @Test
    void showsAPersonNothingButTheirOwn() {
        var anyone = ownerId("select id from accounts.account order by id limit 1");
        for (var table :
                List.of("progress.enrolment", "progress.completion", "certificates.certificate", "evidence.evidence")) {
            var foreign = "select count(*) from " + table + " where official <> '" + anyone + "'";
            assertThat(number(foreign, new Scope(anyone, List.of()))).as(table).isZero();
        }
    }

    @Test
    void showsACoordinatorNothingOutsideTheSubtree() {
        var karditsa = ownerId(
                "select id from authorities.authority where name_latin like '%Karditsa%' and kind = 'municipality'");
        var scope = new Scope(UUID.randomUUID(), List.of(karditsa));
        for (var table : List.of(
                "progress.enrolment", "capacity.need", "requests.request", "authorities.total", "accounts.account")) {
            assertThat(count(table, scope)).as(table).isPositive();
            assertThat(number("select count(*) from " + table + " where authority <> '" + karditsa + "'", scope))
                    .as(table)
                    .isZero();
        }
        assertThat(count("assessment.answer", scope)).isZero();
    }

    @Test
    void leavesNoScopeBehindOnTheConnection() {
        var everything = new Scope(null, List.of(root()));
        var people = Flux.range(0, 200)
                .flatMap(
                        turn -> turn % 2 == 0
                                ? counted("select count(*) from progress.enrolment", Scope.NOBODY)
                                : counted("select count(*) from progress.enrolment", everything)
                                        .map(count -> count > 0 ? 0L : 1L),
                        8)
                .collectList()
                .block();
        assertThat(people).isNotNull().containsOnly(0L);
    }

    /** Through an array the thousands below a partnership would be looked through for each row. */
    @Test
    void comparesManyRowsWithAHashOfTheSubtree() {
        assertThat(plan("select count(*) from progress.enrolment"))
                .contains("hashed SubPlan")
                .doesNotContain("authority = ANY");
    }

    private String plan(String query) {
        var lines = Flux.usingWhen(
                        Mono.just(0),
                        none -> db.sql("explain " + query)
                                .mapValue(String.class)
                                .all(),
                        none -> Mono.empty())
                .collectList()
                .as(transaction::transactional)
                .contextWrite(context -> context.put(Scope.class, new Scope(null, List.of(root()))))
                .block();
        return String.join("\n", java.util.Objects.requireNonNull(lines));
    }

    private List<String> peopleTables() {
        try {
            return owner("""
                    select n.nspname || '.' || c.relname
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and c.relrowsecurity
                       and has_table_privilege('academy_runtime', c.oid, 'select')
                    """);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private UUID root() {
        return ownerId("select id from authorities.authority where kind = 'partnership'");
    }

    private long count(String table, Scope scope) {
        return number("select count(*) from " + table, scope);
    }

    private long number(String sql, Scope scope) {
        return java.util.Objects.requireNonNull(counted(sql, scope).block());
    }

    private Mono<Long> counted(String sql, Scope scope) {
        return db.sql(sql)
                .mapValue(Long.class)
                .one()
                .as(transaction::transactional)
                .contextWrite(context -> context.put(Scope.class, scope));
    }

    private UUID ownerId(String sql) {
        try {
            return UUID.fromString(owner(sql).get(0));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> owner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
