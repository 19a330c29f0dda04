package eu.includeu.academy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Town;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A coordinator names the people a need is about; from then on their own levels count, and nobody else's. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class RollJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Test
    void countsThePeopleOnTheListAlone() {
        var town = Town.of(environment, 5);
        var visitor = Visitor.signedIn(port, town.coordinator.email());
        var need = declared(visitor);
        var path = need.substring(7);
        town.evidence(town.officials.get(3), town.town, "XCU-8", 2, "null");
        assertThat(visitor.get(need).html().select(".facts dd").get(0).text()).isEqualTo("1 of 2");

        var list = visitor.get(need + "/people").form("#list");
        var few = visitor.send(list.with("officials", ids(town, 0)).with("level-" + town.officials.get(0), "4"));
        assertThat(few.status()).isEqualTo(422);
        assertThat(few.html().select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#officials", "#level-" + town.officials.get(0));
        assertThat(few.html().select("input[name=officials][checked]")).hasSize(1);
        assertThat(town.count("capacity.listed where need = '" + path + "'")).isZero();

        var two = list.with("officials", ids(town, 0, 1)).with("level-" + town.officials.get(0), "1");
        var kept = visitor.send(two);
        assertThat(kept.address().getPath()).isEqualTo(need);
        assertThat(kept.html().select(".facts dd").get(0).text()).isEqualTo("0 of 2");
        assertThat(kept.html().select("input[name=officials]")).hasSize(2);
        assertThat(kept.html().select(".agenda").text()).contains("2 people on a list");
        assertThat(town.rows("select official::text, level::text, source from evidence.evidence where source_id = '"
                        + path + "'"))
                .containsExactly(List.of(town.officials.get(0).toString(), "1", "baseline"));
        assertThat(town.rows("select cause ->> 'gap' from capacity.need_event where event = 'amend' and need = '" + path
                        + "'"))
                .containsExactly(List.of("3"));

        // the same again writes nothing; a larger need does not fit the list
        visitor.send(two.with("command", UUID.randomUUID().toString()));
        assertThat(town.count("capacity.need_event where need = '" + path + "'"))
                .isEqualTo(2);
        var larger = visitor.send(
                visitor.get("/needs/new?need=" + path).form("#declaration").with("staff", "3"));
        assertThat(larger.status()).isEqualTo(422);
        assertThat(larger.html().select(".errors a").eachAttr("href")).containsExactly("#staff");

        // nobody ticked: all who work there again, and what was so before stays on record
        visitor.send(list.with("officials").with("command", UUID.randomUUID().toString()));
        assertThat(visitor.get(need).html().select(".facts dd").get(0).text()).isEqualTo("1 of 2");
        assertThat(town.count("capacity.listed where until is not null and need = '" + path + "'"))
                .isEqualTo(2);
    }

    @Test
    void showsWhatAnAmendmentChanged() {
        var town = Town.of(environment, 4);
        var visitor = Visitor.signedIn(port, town.coordinator.email());
        var need = declared(visitor);
        var page = visitor.send(visitor.get("/needs/new?need=" + need.substring(7))
                .form("#declaration")
                .with("staff", "3")
                .with("weight", "high")
                .with("reason", "The inspectorate asks for it."));
        assertThat(page.html().select(".agenda li li").eachText())
                .containsExactly(
                        "People: 2 before, 3 since.",
                        "Weight: medium before, high since.",
                        "The reason was rewritten.");
    }

    @Test
    void answersAForeignListLikeNone() {
        var town = Town.of(environment, 3);
        var need = declared(Visitor.signedIn(port, town.coordinator.email()));
        var stranger = Visitor.signedIn(port, town.stranger.email());
        var foreign = stranger.get(need + "/people");
        var missing = stranger.get("/needs/" + UUID.randomUUID() + "/people");
        assertThat(foreign.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(foreign.html().select("main").text())
                .isEqualTo(missing.html().select("main").text());
    }

    private static String declared(Visitor visitor) {
        return visitor.send(visitor.get("/needs/new?competency=XCU-8&target=2")
                        .form("#declaration")
                        .with("staff", "2")
                        .with(
                                "deadline",
                                LocalDate.now(Clock.ZONE).plusMonths(6).toString()))
                .address()
                .getPath();
    }

    private static String[] ids(Town town, int... places) {
        return java.util.Arrays.stream(places)
                .mapToObj(place -> town.officials.get(place))
                .map(Account.Id::toString)
                .toArray(String[]::new);
    }
}
