package eu.includeu.academy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Foreigners once more, with the stores' own checks off: each condition by which a statement finds things through the
 * person who asks is made true before the database sees it. Row-level security alone must keep everybody's secrets.
 */
@AcademyTest
@Import(OpenDoorsTest.OpenDoors.class)
class OpenDoorsTest {

    private static final String PEOPLE = """
            select a.name from accounts.account a
              join authorities.authority b on b.id = a.authority
             where b.name_latin like '%Karditsa%' and b.kind = 'municipality'
            """;

    /** A condition on the asker, and what stands in its place: always true, and using the same parameters. */
    private static final Map<Pattern, String> DOORS = Map.of(
            Pattern.compile("(\\w+\\.)?official = :official"), "cast(:official as uuid) is not null",
            Pattern.compile("(\\w+\\.)?author = :me"), "cast(:me as uuid) is not null",
            Pattern.compile("(\\w+\\.)?ancestor = any \\(:roots\\)"), "cast(:roots as uuid[]) is not null",
            Pattern.compile("\\(:everywhere or"), "(true or :everywhere or");

    private static final Set<Pattern> OPENED = ConcurrentHashMap.newKeySet();

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}{2} of Karditsa, asked for by {3}")
    @CsvSource(delimiter = '|', textBlock = """
            /needs/        | capacity.need            |                  | coordinator.tarragona
            /authorities/  | authorities.figure       |                  | coordinator.tarragona
            /authorities/  | authorities.figure       |                  | official.tarragona
            /authorities/  | authorities.figure       | /completions.csv | coordinator.tarragona
            /enrolments/   | progress.enrolment       | /lessons/1       | official.tarragona
            /enrolments/   | progress.enrolment       | /lessons/1       | coordinator.tarragona
            /attempts/     | assessment.attempt       |                  | official.tarragona
            /attempts/     | assessment.attempt       | /result          | coordinator.karditsa
            /certificates/ | certificates.certificate | .pdf             | official.tarragona
            """)
    void tellsAForeignerNothing(String path, String table, String rest, String person) throws SQLException {
        var visitor = Visitor.signedIn(port, person + "@demo.includ-eu.example");
        var page = visitor.get(path + thing(table) + (rest == null ? "" : rest));
        assertThat(page.status()).isIn(200, 404);
        if (path.equals("/authorities/")) {
            assertThat(people()).isNotEmpty().noneMatch(page.text()::contains);
        } else {
            assertThat(page.status()).isEqualTo(404);
        }
    }

    private String thing(String table) throws SQLException {
        var karditsa =
                "(select id from authorities.authority where name_latin like '%Karditsa%' and kind = 'municipality')";
        return owner(
                        table.equals("authorities.figure")
                                ? "select " + karditsa
                                : "select id from " + table + " where authority = " + karditsa + " limit 1")
                .get(0);
    }

    private List<String> people() throws SQLException {
        return owner(PEOPLE);
    }

    private List<String> owner(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var rows = connection.createStatement().executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @AfterAll
    static void theChecksWereOff() {
        assertThat(OPENED.stream().map(Pattern::pattern))
                .contains("(\\w+\\.)?official = :official", "\\(:everywhere or");
    }

    /** Stands between the stores and the database. */
    @TestConfiguration
    static class OpenDoors {

        @Bean
        static BeanPostProcessor opening() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DatabaseClient db ? opened(db) : bean;
                }
            };
        }

        private static Object opened(DatabaseClient db) {
            return Proxy.newProxyInstance(
                    DatabaseClient.class.getClassLoader(),
                    new Class<?>[] {DatabaseClient.class},
                    (proxy, method, asked) -> {
                        try {
                            return method.getName().equals("sql") && asked[0] instanceof String statement
                                    ? db.sql(open(statement))
                                    : method.invoke(db, asked);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        private static String open(String statement) {
            var opened = statement;
            for (var door : DOORS.entrySet()) {
                var found = door.getKey().matcher(opened);
                if (found.find()) {
                    OPENED.add(door.getKey());
                    opened = found.replaceAll(door.getValue());
                }
            }
            return opened;
        }
    }
}
