package eu.includeu.academy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The same application on a database whose tables of records were divided into 16 parts by authority, as operators do it. */
@AcademyTest
@TestPropertySource(properties = "academy.site=http://parts.example")
class PartsTest {

    private static final Path SCRIPT = Path.of("src/main/docker/partition.sql");

    /** The same number in every table holds the same authorities. */
    private static final Pattern PART = Pattern.compile("on \\w+_(\\d\\d)\\b");

    /** Something of the right type for each name that a statement may hold. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("attempt", "uuidv7()"),
            Map.entry("official", "uuidv7()"),
            Map.entry("key", "uuidv7()"),
            Map.entry("sequence", "1"),
            Map.entry("given", "'{}'::jsonb"),
            Map.entry("now", "now()"),
            Map.entry("id", "uuidv7()"),
            Map.entry("ids", "array[uuidv7()]"),
            Map.entry("enrolment", "uuidv7()"),
            Map.entry("number", "1"),
            Map.entry("version", "1"),
            Map.entry("done", "1"),
            Map.entry("extra", "1"),
            Map.entry("won", "1"),
            Map.entry("of", "1"),
            Map.entry("target", "2"),
            Map.entry("passed", "true"),
            Map.entry("marks", "'{}'::jsonb"),
            Map.entry("state", "'x'"),
            Map.entry("review", "'none'"),
            Map.entry("by", "uuidv7()"),
            Map.entry("decided", "now()"),
            Map.entry("reason", "'x'"),
            Map.entry("language", "'en'"),
            Map.entry("competency", "'HOU-2'"),
            Map.entry("at", "now()"),
            Map.entry("touched", "now()"),
            Map.entry("completed", "now()"));

    private static boolean divided;

    @Autowired
    private Town town;

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    @BeforeEach
    void divide() throws IOException, SQLException {
        if (divided) {
            return;
        }
        var rowsBefore = town.count("select count(*) from progress.enrolment");
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()))) {
            connection.createStatement().execute(Files.readString(SCRIPT));
        }
        assertThat(town.count("select count(*) from progress.enrolment")).isEqualTo(rowsBefore);
        divided = true;
    }

    @Test
    void spreadsTheAuthoritiesOverTheParts() {
        assertThat(town.count("select count(*) from pg_inherits where inhparent = 'progress.enrolment'::regclass"))
                .isEqualTo(16);
        assertThat(town.count("select count(distinct tableoid) from capacity.need"))
                .isGreaterThan(8);
        assertThat(town.count("select count(distinct (authority, tableoid)) - count(distinct authority)"
                        + " from progress.enrolment"))
                .as("authorities that are in more than one part")
                .isZero();
    }

    /** The statements are those of the application, read from where it keeps them. */
    @ParameterizedTest
    @CsvSource({
        "assessment.Answers, KEEP",
        "assessment.Answers, OF",
        "assessment.Attempts, GRADE",
        "progress.Enrolments, UPDATE",
        "progress.Completions, OF_ENROLMENT",
        "progress.Completions, UPDATE",
        "capacity.Needs, OPEN",
        "capacity.Needs, IN_HOUSE",
        "authorities.AuthorityFigures, TOGETHER"
    })
    void touchesOnePartWhenTheAuthorityIsKnown(String store, String statement)
            throws ReflectiveOperationException, SQLException {
        var text = Class.forName("eu.includeu.academy." + store).getDeclaredField(statement);
        text.setAccessible(true);
        var plan = plan((String) requireNonNull(text.get(null)));
        assertThat(parts(plan)).as(plan).hasSize(1);
    }

    /** So that the test above can fail. */
    @Test
    void touchesAllPartsWhenItIsNot() throws SQLException {
        assertThat(parts(plan("select * from assessment.answer where attempt = :attempt")))
                .hasSize(16);
    }

    @Test
    void servesTheSameJourney() {
        var official = town.person(town.authority(null, false), Role.OFFICIAL);
        var visitor = Visitor.signedIn(port, official.email());
        var module = town.publish(Lessons.module(Lessons.name(), 2));
        var start = visitor.get("/modules/" + module.module()).form("form[action$=enrolments]");
        var page = visitor.send(start);
        assertThat(visitor.send(start).status()).as("enrolled twice").isEqualTo(422);
        while (page.html().selectFirst("form[action$=completion]") != null) {
            page = visitor.send(page.form("form[action$=completion]"));
        }
        var paper = visitor.send(page.form("form[action$=attempts]"));
        for (var question : paper.html().select("form.quiz")) {
            var place = Integer.parseInt(question.id().substring(1));
            var saved =
                    visitor.send(paper.form("form#" + question.id()).with("given", Lessons.right(paper.html(), place)));
            assertThat(saved.status()).isEqualTo(200);
        }
        var result = visitor.send(visitor.get(paper.address().getPath()).form("form[action$=submission]"));
        assertThat(result.html().select("h1").text()).isEqualTo("You passed, with 5 of 5 points");
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.get("/certificates").html().select("main").text()).contains("Module " + module.module());
        assertThat(answersIn(official)).isEqualTo(List.of(5L, 1L));
    }

    @Test
    void showsCoordinatorsTheirFigures() {
        var coordinator = Visitor.signedIn(port, "coordinator.karditsa@demo.includ-eu.example");
        for (var path : List.of("/overview", "/needs", "/plans")) {
            assertThat(coordinator.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void letsNobodyPastThePoliciesThroughAPart() throws SQLException {
        try (var connection = asRuntime();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from parts.progress_enrolment_00"))
                    .hasMessageContaining("permission denied");
            try (var rows = statement.executeQuery("select count(*) from progress.enrolment")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
        assertThat(town.count(
                        "select count(*) from pg_class where relispartition and relkind = 'r' and not relrowsecurity"))
                .isZero();
    }

    @Test
    void isDoneOnce() throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()))) {
            connection.createStatement().execute(Files.readString(SCRIPT));
        }
        assertThat(town.count("select count(*) from pg_inherits where inhparent = 'progress.enrolment'::regclass"))
                .isEqualTo(16);
    }

    /** How many answers somebody gave, and in how many parts they are. */
    private List<Long> answersIn(Account official) {
        return List.of(
                town.count(
                        "select count(*) from assessment.answer where official = ?",
                        official.id().value()),
                town.count(
                        "select count(distinct tableoid) from assessment.answer where official = ?",
                        official.id().value()));
    }

    private String plan(String statement) throws SQLException {
        var authority = town.text("select 'uuid ''' || authority || '''' from capacity.need limit 1");
        var asked = Pattern.compile("(?<!:):([a-z]+)")
                .matcher(statement)
                .replaceAll(name -> name.group(1).equals("authority") ? authority : value(name.group(1)));
        try (var connection = asRuntime();
                var rows = connection.createStatement().executeQuery("explain " + asked)) {
            var lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
            return lines.toString();
        }
    }

    private static String value(String name) {
        return requireNonNull(VALUES.get(name), () -> "no value for :" + name);
    }

    private static TreeSet<String> parts(String plan) {
        var found = new TreeSet<String>();
        PART.matcher(plan).results().forEach(part -> found.add(part.group(1)));
        return found;
    }

    private java.sql.Connection asRuntime() throws SQLException {
        return DriverManager.getConnection(TestDatabase.runtimeUrl(settings.name()));
    }
}
