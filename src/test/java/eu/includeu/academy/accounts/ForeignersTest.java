package eu.includeu.academy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thing of another authority, or of another person, answers exactly as one that does not exist. */
@AcademyTest
class ForeignersTest {

    private static final String KARDITSA =
            "(select id from authorities.authority where name_latin like '%Karditsa%' and kind = 'municipality')";

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}{2} of Karditsa, asked for by {3}")
    @CsvSource(delimiter = '|', textBlock = """
            /needs/          | capacity.need            |             | coordinator.tarragona
            /requests/       | requests.request         |             | coordinator.tarragona
            /plans/          | planning.plan            |             | coordinator.tarragona
            /needs/          | capacity.need            | /people     | coordinator.tarragona
            /authorities/    | authorities.figure       |             | coordinator.tarragona
            /authorities/    | authorities.figure       |             | official.tarragona
            /enrolments/     | progress.enrolment       | /lessons/1  | official.tarragona
            /enrolments/     | progress.enrolment       | /lessons/1  | coordinator.karditsa
            /enrolments/     | progress.enrolment       | /withdrawal | coordinator.thessaly
            /attempts/       | assessment.attempt       |             | official.tarragona
            /attempts/       | assessment.attempt       |             | coordinator.karditsa
            /attempts/       | assessment.attempt       | /result     | coordinator.thessaly
            /certificates/   | certificates.certificate | .pdf        | official.tarragona
            /authorities/    | authorities.figure       | /completions.csv | coordinator.tarragona
            """)
    void answersAsIfItDidNotExist(String path, String table, String rest, String person) throws SQLException {
        var end = rest == null ? "" : rest;
        var visitor = Visitor.signedIn(port, person + "@demo.includ-eu.example");
        var foreign = visitor.get(path + id(table) + end);
        var missing = visitor.get(path + UUID.randomUUID() + end);
        assertThat(foreign.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(foreign.html().select("main").html())
                .isEqualTo(missing.html().select("main").html());
    }

    private String id(String table) throws SQLException {
        var column = table.equals("authorities.figure") ? "authority" : "id";
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var rows = connection
                        .createStatement()
                        .executeQuery("select " + column + " from " + table + " where authority = " + KARDITSA
                                + " limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
