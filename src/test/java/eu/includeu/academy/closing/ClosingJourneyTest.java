package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A need is declared, met and closed; its statement tells how, its council hears of it, and nobody hears too much. */
@AcademyTest
@TestPropertySource(properties = "academy.council.kept=0s")
class ClosingJourneyTest {

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    private Authority.Id house;
    private Account coordinator;
    private Visitor visitor;
    private final List<Account> staff = new ArrayList<>();

    @BeforeEach
    void aTownWithPeople() {
        house = town.authority(null, false);
        coordinator = town.person(house, Role.COORDINATOR);
        for (var person = 0; person < 13; person++) {
            staff.add(town.person(house, Role.OFFICIAL));
        }
        visitor = Visitor.signedIn(port, coordinator.email());
    }

    @Test
    void leadsFromTheDeclarationToTheStatement() {
        var need = declare(6);
        assertThat(heading(need + "/closing")).isEqualTo("0 of 6 people hold the level so far.");
        staff.subList(0, 6).forEach(this::grant);
        settle(need);
        assertThat(heading(need + "/closing"))
                .isEqualTo("6 of 6 people hold the level. What is left is the word that it is used at work.");
        var form = visitor.get(need).form("form[action$=closing]");
        visitor.send(form.with("confirmed", "yes").with("note", "Every letter now goes out in plain words."));

        var statement = visitor.get(need + "/closing");
        assertThat(statement.html().select("h1").text())
                .isEqualTo("6 of 6 people hold the level, and it is used at work. The need is closed.");
        assertThat(statement.html().select(".facts dd a").eachAttr("href")).containsOnly("#people");
        assertThat(statement.html().select("#people tbody tr")).hasSize(14);
        assertThat(statement.html().select("#people .state--ok")).hasSize(6);
        assertThat(statement.html().select("#story li")).hasSize(3);
        assertThat(statement.html().select("#story").text())
                .contains("The need was declared.", "6 of 6", "Every letter now goes out in plain words.");
        assertThat(statement.text()).contains("100%");
        assertThat(visitor.get(need).html().select("a[href$=/closing]")).hasSize(1);

        var council = visitor.get("/authorities/" + house + "/council");
        assertThat(council.html().select("h1").text())
                .isEqualTo("One need was closed in this time, one was declared; none is open.");
        assertThat(council.html().select(".facts").text()).contains("6 of 6");
        declare("XCU-2", 9);
        assertThat(visitor.get("/authorities/" + house + "/council")
                        .html()
                        .select(".facts")
                        .text())
                .contains("too few people to show");
        assertThat(council.html().select("#annex tbody tr")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(visitor.get("/authorities/" + house).html().select("a[href$=/council]"))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithADayAndKeepsWhatWasTyped() {
        var need = declare(3);
        for (var wrong : List.of(
                "soon", "2020-01-01", LocalDate.now(Clock.ZONE).plusYears(1).toString())) {
            var page = visitor.get(need + "/closing?on=" + wrong);
            assertThat(page.status()).as(wrong).isEqualTo(422);
            assertThat(page.html().select(".errors a").eachAttr("href")).containsExactly("#on");
            assertThat(page.html().select("#on").val()).isEqualTo(wrong);
        }
        assertThat(visitor.get(need + "/closing?on=" + LocalDate.now(Clock.ZONE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAPeriod() {
        var page = visitor.get("/authorities/" + house + "/council?from=2026-05&to=2026-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".errors a").eachAttr("href")).containsExactly("#from");
        assertThat(page.html().select("#from").val()).isEqualTo("2026-05");
        var days = visitor.get("/authorities/" + house + "/council?from=2026-03-09&to=2026-05-17");
        assertThat(days.status()).isEqualTo(200);
        assertThat(days.text()).contains("9 March 2026 – 17 May 2026");
        assertThat(days.html().select("a[href*=council.pdf]").attr("href")).contains("from=2026-03-09&to=2026-05-17");
        assertThat(visitor.get("/authorities/" + house + "/council.csv?from=x").status())
                .isEqualTo(422);
    }

    @Test
    void answersStrangersAsIfThereWereNothing() {
        var need = declare(3);
        var stranger = Visitor.signedIn(
                port, town.person(town.authority(null, false), Role.COORDINATOR).email());
        assertThat(stranger.get(need + "/closing").status()).isEqualTo(404);
        for (var ending : List.of("", ".csv", ".pdf")) {
            assertThat(stranger.get("/authorities/" + house + "/council" + ending)
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.get("/authorities/" + UUID.randomUUID() + "/council" + ending)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/authorities/nowhere/council").status()).isEqualTo(404);
    }

    @Test
    void namesNobodyToAnAdministrator() {
        var need = declare(6);
        staff.subList(0, 2).forEach(this::grant);
        var page = Visitor.signedIn(
                        port,
                        town.person(town.authority(null, false), Role.ADMINISTRATOR)
                                .email())
                .get(need + "/closing");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("#people")).isEmpty();
        assertThat(page.html().select("h1").text()).isEqualTo("Not enough people hold the level yet.");
        staff.forEach(person -> assertThat(page.text()).doesNotContain(person.name()));
    }

    @Test
    void opensAgainAtTheMomentAtWhichEvidenceEnds() throws InterruptedException {
        var need = declare(1);
        town.change("""
                insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from, valid_until)
                values (?, ?, 'HOU-2', 1, 'prior', uuidv7(), now() - interval '1 hour', now() + interval '3 seconds')
                """, house.value(), staff.get(0).id().value());
        settle(need);
        assertThat(state(need)).isEqualTo("met");
        due();
        assertThat(state(need)).as("still valid").isEqualTo("met");
        Thread.sleep(3_200);
        due();
        assertThat(state(need)).isEqualTo("in_progress");
        assertThat(heading(need + "/closing")).isEqualTo("0 of 1 people hold the level so far.");
        assertThat(visitor.get(need + "/closing").html().select("#story").text())
                .contains("Evidence ended or more was asked for: 0 of 1 held the level.");
    }

    @Autowired
    private org.springframework.context.ApplicationContext context;

    /** The nightly look at what the calendar has changed. */
    private void due() {
        run("settleDue");
    }

    private void settle(String need) {
        town.change("insert into capacity.recount (authority, competency) values (?, 'HOU-2')", house.value());
        for (var turn = 0; turn < 40 && state(need).equals("declared"); turn++) {
            run("settle");
        }
    }

    /** The settling of needs is capacity's own matter; here it is done at once instead of by the clock. */
    private void run(String method) {
        try {
            var settling = context.getBean("eu.includeu.academy.capacity.Settling");
            var found = org.springframework.util.ReflectionUtils.findMethod(settling.getClass(), method);
            org.springframework.util.ReflectionUtils.makeAccessible(java.util.Objects.requireNonNull(found));
            var answer = (reactor.core.publisher.Mono<?>) java.util.Objects.requireNonNull(
                    org.springframework.util.ReflectionUtils.invokeMethod(found, settling));
            answer.contextWrite(eu.includeu.academy.platform.Scope.job(house.value()))
                    .block();
        } catch (RuntimeException busy) {
            throw new AssertionError(busy);
        }
    }

    private String declare(int staffWanted) {
        return declare("HOU-2", staffWanted);
    }

    private String declare(String competency, int staffWanted) {
        var form =
                visitor.get("/needs/new?competency=" + competency + "&target=1").form("#declaration");
        var page = visitor.send(form.with("current", "0")
                .with("staff", String.valueOf(staffWanted))
                .with("deadline", LocalDate.now(Clock.ZONE).plusMonths(6).toString())
                .with("languages", "en"));
        assertThat(page.status()).isEqualTo(200);
        return page.address().getPath();
    }

    private void grant(Account person) {
        town.change("""
                insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)
                values (?, ?, 'HOU-2', 1, 'prior', uuidv7(), now())
                """, house.value(), person.id().value());
    }

    private String state(String need) {
        return town.text(
                "select state from capacity.need where id = ?", UUID.fromString(need.substring("/needs/".length())));
    }

    private String heading(String path) {
        var page = visitor.get(path);
        assertThat(page.status()).isEqualTo(200);
        return page.html().select("h1").text();
    }
}
