package eu.includeu.academy.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each reader sees of authorities: coordinators of those below them, officials of their own, strangers of none. */
@AcademyTest
class OverviewJourneyTest {

    private static final int MANY = 150_000;
    private static final String OFFICIAL = "official.karditsa@demo.includ-eu.example";
    private static final String COORDINATOR = "coordinator.karditsa@demo.includ-eu.example";

    @LocalServerPort
    private int port;

    @Autowired
    private Authorities authorities;

    @Autowired
    private Clock clock;

    @Autowired
    private DatabaseSettings settings;

    private List<Authority> all = List.of();

    @BeforeEach
    void readAuthorities() {
        all = Objects.requireNonNull(authorities.all().block());
    }

    @Test
    void sendsEverybodyToTheRoomTheyWorkIn() {
        assertThat(Visitor.at(port).get("/").html().select(".start h1")).hasSize(1);
        assertThat(in(OFFICIAL).get("/").html().select("#square-title")).hasSize(1);
        assertThat(in(COORDINATOR).get("/").address().getPath()).isEqualTo("/overview");
        assertThat(in("trainer.el@demo.includ-eu.example").get("/").address().getPath())
                .isEqualTo("/drafts");
        assertThat(in("admin.el@demo.includ-eu.example").get("/").address().getPath())
                .isEqualTo("/map");
    }

    @Test
    void hasOneFilledButtonOnEachPage() {
        var coordinator = in(COORDINATOR);
        for (var page : List.of(
                Visitor.at(port).get("/"),
                Visitor.at(port).get("/help"),
                in(OFFICIAL).get("/"),
                coordinator.get("/overview"),
                coordinator.get("/authorities/" + karditsa()))) {
            assertThat(page.html().select("main .btn:not(.btn--quiet)"))
                    .as("%s", page.address())
                    .hasSize(1);
        }
    }

    @Test
    void answersForAForeignAuthorityAsForOneThatIsNot() {
        var tilburg = named("Tilburg").id();
        for (var path : List.of("/authorities/%s", "/authorities/%s/completions.csv")) {
            var foreign = in(COORDINATOR).get(path.formatted(tilburg));
            var unknown = in(COORDINATOR).get(path.formatted(UUID.randomUUID()));
            var nonsense = in(COORDINATOR).get(path.formatted("x"));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.html().select("main").text())
                    .isEqualTo(unknown.html().select("main").text())
                    .isEqualTo(nonsense.html().select("main").text());
        }
        assertThat(in(OFFICIAL).get("/authorities/" + tilburg).status()).isEqualTo(404);
    }

    @Test
    void showsPeopleToThoseWhoAnswerForThemAndToNobodyElse() {
        var here = "/authorities/" + karditsa();
        var people = in(COORDINATOR).get(here).html().select("#people tbody th").eachText();
        assertThat(people).hasSizeGreaterThan(10);
        for (var reader : List.of(OFFICIAL, "admin.el@demo.includ-eu.example")) {
            var page = in(reader).get(here);
            assertThat(page.status()).isEqualTo(200);
            assertThat(people)
                    .noneMatch(name -> page.html().select("main").text().contains(name));
        }
        assertThat(in("coordinator.thessaly@demo.includ-eu.example")
                        .get(here)
                        .html()
                        .select("#people tbody th"))
                .hasSameSizeAs(people);
    }

    @Test
    void tellsNothingOfAnAuthorityWithTooFewPeople() {
        var small = named("Celje");
        var page = in("admin.sl@demo.includ-eu.example").get("/authorities/" + small.id() + "?language=en");
        assertThat(page.html().select(".hello p").text()).contains("so few people");
        assertThat(page.html().select("aside dt").eachText()).doesNotContain("Officials");
    }

    @Test
    void listsTheOwnSubtreeAlone() {
        assertThat(in(COORDINATOR).get("/authorities").html().select("tbody th a"))
                .hasSize(1);
        var below = in("coordinator.thessaly@demo.includ-eu.example")
                .get("/authorities")
                .html()
                .select("tbody th a");
        assertThat(below).hasSizeGreaterThan(1);
        assertThat(below.eachAttr("href")).contains("/authorities/" + karditsa());
    }

    @Test
    void handsOutTheCompletionsOfTheOwnSubtree() {
        var answer = in(COORDINATOR).download("/authorities/" + karditsa() + "/completions.csv?language=en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"completions-" + clock.today() + ".csv\"");
        var lines = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFAuthority,Name,Module");
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("Municipality of Karditsa,"));
    }

    /** Somebody who stops reading for longer than a statement may take gets the whole sheet, and keeps nothing busy. */
    @Test
    void leavesWhatNobodyHasReadYetInTheDatabase() throws Exception {
        var authority = named("Zwolle").id();
        try (var owner = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var statement = owner.createStatement();
                var slow = new Socket()) {
            statement.execute(many(authority));
            try {
                var coordinator = in("coordinator.partnership@demo.includ-eu.example");
                slow.setReceiveBufferSize(4_096);
                slow.connect(new InetSocketAddress("localhost", port));
                slow.getOutputStream()
                        .write(("GET /authorities/" + authority
                                        + "/completions.csv HTTP/1.0\r\nHost: localhost\r\nCookie: "
                                        + coordinator.cookie() + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                Thread.sleep(settings.statementTimeout().plusSeconds(2).toMillis());
                assertThat(busy(statement)).isEqualTo(0);
                var sheet = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(sheet.lines().filter(line -> line.contains("Zwolle")))
                        .hasSizeGreaterThanOrEqualTo(MANY);
                assertThat(sheet).endsWith("\r\n");
            } finally {
                statement.execute("delete from progress.completion where language = 'xx'");
                statement.execute("delete from progress.enrolment where language = 'xx'");
            }
        }
    }

    /** How many connections work for the export, or are held for it. */
    private static int busy(Statement statement) throws SQLException {
        var row = statement.executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                + " and query like '%from progress.completion c%' and pid <> pg_backend_pid() and state <> 'idle'");
        row.next();
        return row.getInt(1);
    }

    private static String many(Authority.Id authority) {
        return """
                with someone as (
                    select id from accounts.account where authority = '%1$s' limit 1
                ), version as (
                    select module, number, major from catalogue.version limit 1
                ), taken as (
                    insert into progress.enrolment (authority, official, module, number, major, language, state, lessons, done,
                                                    enrolled, touched, completed)
                    select '%1$s', someone.id, module, number, major, 'xx', 'completed', 1, 1, now(), now(), now()
                      from someone, version, generate_series(1, %2$d)
                    returning id, official, module, number, major
                )
                insert into progress.completion (authority, enrolment, official, module, number, major, language, won, won_of,
                                                 completed, review)
                select '%1$s', id, official, module, number, major, 'xx', 1, 1, now(), 'none' from taken
                """.formatted(authority, MANY);
    }

    private UUID karditsa() {
        return named("Karditsa").id().value();
    }

    private Authority named(String name) {
        return all.stream()
                .filter(authority -> authority.nameIn("en").contains(name))
                .findFirst()
                .orElseThrow();
    }

    private Visitor in(String email) {
        return Visitor.signedIn(port, email);
    }
}
