package eu.includeu.academy.needs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.capacity.Town;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Two towns that declared the same find each other, and neither learns who the other is before both want that. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class JoiningJourneyTest {

    private static final String NEIGHBOUR = "Town next door";

    /** One letter for each test, so that no two are neighbours. */
    private static final AtomicInteger COUNTRIES = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private Town town;
    private Visitor mine;
    private Visitor theirs;
    private String need;
    private String other;

    @BeforeEach
    void declare() {
        town = Town.of(environment, 3);
        // a country of their own keeps other tests' towns away
        town.owner("update authorities.authority set country = 'X" + (char) ('A' + COUNTRIES.getAndIncrement())
                + "' where id in ('" + town.town + "', '" + town.neighbour + "', '" + town.region + "')");
        mine = Visitor.signedIn(port, town.coordinator.email());
        theirs = Visitor.signedIn(port, town.stranger.email());
        need = declared(mine, "nl", "en");
        other = declared(theirs, "nl");
    }

    private static String declared(Visitor visitor, String... languages) {
        return visitor.send(visitor.get("/needs/new?competency=XCU-5&target=1")
                        .form("#declaration")
                        .with("staff", "1")
                        .with("languages", languages)
                        .with(
                                "deadline",
                                LocalDate.now(Clock.ZONE).plusMonths(6).toString()))
                .address()
                .getPath();
    }

    private static Visitor.Page say(Visitor visitor, String need, String ready) {
        return visitor.send(visitor.get(need).form("#joint form").with("ready", ready));
    }

    @Test
    void tellsNumbersUntilBothAgreeAndThenNames() {
        var before = mine.get(need).html();
        assertThat(before.select("#joint .others").text()).contains("one municipality");
        assertThat(before.select("main").text()).doesNotContain(NEIGHBOUR).doesNotContain(town.stranger.email());

        var half = say(mine, need, "yes");
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.html().select("main").text()).doesNotContain(NEIGHBOUR);

        var invited = theirs.get("/needs").html();
        assertThat(invited.select("#joint-title")).hasSize(1);
        assertThat(invited.select("main").text()).doesNotContain("Town of Tests");

        var whole = say(theirs, other, "yes").html();
        assertThat(whole.select("#joint").text()).contains("Town of Tests").contains(town.coordinator.email());
        assertThat(mine.get(need).html().select("#joint").text())
                .contains(NEIGHBOUR)
                .contains(town.stranger.email());
        assertThat(theirs.get("/needs").html().select("#joint-title")).isEmpty();
        assertThat(town.rows("select count(*)::text from capacity.need_event where event = 'amend' and need in ('"
                        + need.substring(7) + "', '" + other.substring(7) + "')"))
                .containsExactly(List.of("2"));

        say(theirs, other, "no");
        assertThat(mine.get(need).html().select("#joint").text()).doesNotContain(NEIGHBOUR);
    }

    @Test
    void writesNothingTwiceAndNothingForAnother() {
        var form = mine.get(need).form("#joint form").with("ready", "yes");
        mine.send(form);
        mine.send(form);
        assertThat(town.count("needs.joining where authority = '" + town.town + "'"))
                .isEqualTo(1);
        assertThat(town.count("capacity.need_event where event = 'amend' and authority = '" + town.town + "'"))
                .isEqualTo(1);
        assertThat(town.count("needs.joining where authority = '" + town.neighbour + "'"))
                .isZero();
        var foreign = theirs.send(new Visitor.Form(
                        need + "/joining", theirs.get(other).form("#joint form").fields())
                .with("ready", "yes"));
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void asksForACommonLanguageAndANeighbour() {
        town.owner("update capacity.need set languages = '{sl}' where id = '" + other.substring(7) + "'");
        assertThat(mine.get(need).html().select("#joint")).isEmpty();
        town.owner("update capacity.need set languages = '{en}' where id = '" + other.substring(7) + "'");
        assertThat(mine.get(need).html().select("#joint")).hasSize(1);
        town.owner("update authorities.authority set country = 'ZZ' where id = '" + town.neighbour + "'");
        assertThat(mine.get(need).html().select("#joint"))
                .as("both stand below one region")
                .hasSize(1);
        town.owner("update authorities.closure set valid = daterange('2026-01-01', current_date) where descendant = '"
                + town.neighbour + "' and depth > 0");
        assertThat(mine.get(need).html().select("#joint")).isEmpty();
    }

    @Test
    void suggestsWhatOthersDeclaredWhileOneIsDeclaring() {
        say(mine, need, "yes");
        var form = theirs.send(theirs.get("/needs/new?competency=XCU-5&target=1")
                .form("#declaration")
                .with("staff", "")
                .with("show", "levels"));
        assertThat(form.html().select("#levels .others").text())
                .contains("one municipality")
                .contains("one is ready");
        assertThat(form.html().select("#staff").val()).isEqualTo("1");
    }
}
