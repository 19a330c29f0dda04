package eu.includeu.academy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request on its way: a town asks from its need, trainers answer, and the town says what came of it. */
@AcademyTest
class RequestJourneyTest {

    private static final String SUBJECT = "Parents who cannot read <b>";

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private Declaring declaring;

    @Autowired
    private Clock clock;

    @Test
    void leadsFromANeedToFeedback() {
        var body = town.authority(null, false);
        var coordinator = town.person(body, Role.COORDINATOR);
        var trainer = town.person(town.authority(null, false), Role.TRAINER);
        var need = declare(coordinator, body);
        var house = Visitor.signedIn(port, coordinator.email());

        var link = house.get("/needs/" + need.id()).html().select("a[href^=/requests?need]");
        assertThat(link).hasSize(1);
        var form = house.get(link.attr("href").replace("#ask", "")).form("#ask form");
        assertThat(form.fields())
                .anyMatch(field -> field.getKey().equals("need")
                        && field.getValue().equals(need.id().toString()));

        // everything that is wrong is told at once, and what was typed stays
        var wrong = house.send(form.with("text", "Nine people, by May.").with("tongue", "xx"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select(".field__error").eachAttr("id"))
                .containsExactly("subject-error", "tongue-error");
        assertThat(wrong.html().select("#text").text()).isEqualTo("Nine people, by May.");
        assertThat(wrong.html().select("#need option[selected]").attr("value"))
                .isEqualTo(need.id().toString());

        var order = wrong.form("#ask form").with("subject", SUBJECT).with("tongue", "el");
        var asked = house.send(order);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.html().select("h1").text()).isEqualTo(SUBJECT);
        var path = asked.address().getPath();
        assertThat(house.send(order).address().getPath())
                .as("sent twice, asked once")
                .isEqualTo(path);
        assertThat(asked.html().select("#answer, #feedback")).isEmpty();
        assertThat(house.get("/needs/" + need.id()).html().select(".news").text())
                .contains(SUBJECT);

        // trainers see it beside the demand; the need itself stays the town’s
        var desk = Visitor.signedIn(port, trainer.email());
        assertThat(desk.get("/demand").html().select("a[href=" + path + "]").text())
                .isEqualTo(SUBJECT);
        var read = desk.get(path);
        assertThat(read.html().select("main a[href^=/needs/]")).isEmpty();
        assertThat(read.html().select(".particulars").text()).contains("level 2");
        assertThat(read.text()).doesNotContain(coordinator.name());

        var nothing = desk.send(read.form("#answer form"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.html().select(".field__error").eachAttr("id")).containsExactly("event-error", "said-error");
        var accept = nothing.form("#answer form").with("event", "accept").with("said", "I come to your office.");
        var taken = desk.send(accept);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(desk.send(accept).status()).as("sent twice, done once").isEqualTo(200);
        assertThat(desk.send(accept.with("command", UUID.randomUUID().toString()))
                        .status())
                .as("another trainer was quicker")
                .isEqualTo(422);
        assertThat(house.get("/overview").html().select(".news").text()).contains(SUBJECT);

        var day = clock.today().plusDays(20).toString();
        var late = desk.send(taken.form("#answer form")
                .with("day", clock.today().minusDays(1).toString())
                .with("said", "Soon."));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().select("#day-error").text()).isNotEmpty();
        var set = desk.send(late.form("#answer form").with("day", day));
        var module = town.publish(Lessons.module(Lessons.name(), 2)).module();
        var given = desk.send(set.form("#answer form").with("module", module).with("said", "Nine came."));
        assertThat(given.html().select(".particulars a[href=/modules/" + module + "]"))
                .hasSize(1);
        assertThat(given.html().select("#answer")).isEmpty();

        // the town reads all of it, and has the last word
        var end = house.get(path);
        assertThat(end.html().select(".agenda").text())
                .contains("I come to your office.")
                .contains(trainer.name());
        assertThat(house.send(end.form("#feedback form")).status()).isEqualTo(422);
        var closed = house.send(end.form("#feedback form").with("said", "The counters use it."));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.html().select(".agenda").text()).contains("The counters use it.");
        assertThat(town.count(
                        "select count(*) from requests.step where request = ?::uuid",
                        path.substring("/requests/".length())))
                .isEqualTo(5);
    }

    @Test
    void isThereForItsHouseAndForTrainersOnly() {
        var region = town.authority(null, false);
        var body = town.authority(region, false);
        var coordinator = town.person(body, Role.COORDINATOR);
        var house = Visitor.signedIn(port, coordinator.email());
        var path = house.send(house.get("/requests")
                        .form("#ask form")
                        .with("subject", "For us alone")
                        .with("text", "Nine people."))
                .address()
                .getPath();
        assertThat(path).isNotEqualTo("/requests");

        var above = Visitor.signedIn(port, town.person(region, Role.COORDINATOR).email());
        assertThat(above.get(path).status()).isEqualTo(200);
        assertThat(above.get("/requests").text()).contains("For us alone");

        var foreigner = town.person(town.authority(null, false), Role.COORDINATOR);
        var stranger = Visitor.signedIn(port, foreigner.email());
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/requests").text()).doesNotContain("For us alone");
        var theirs = declare(coordinator, body);
        var form =
                stranger.get("/requests").form("#ask form").with("subject", "x").with("text", "y");
        assertThat(stranger.send(form.with("need", theirs.id().toString())).status())
                .isEqualTo(404);
        assertThat(stranger.send(form.with("authority", body.toString())).status())
                .isEqualTo(422);

        var official = Visitor.signedIn(port, town.person(body, Role.OFFICIAL).email());
        assertThat(official.get(path).status()).isEqualTo(403);
        assertThat(official.get("/demand").text()).doesNotContain("For us alone");
    }

    private Need declare(Account coordinator, Authority.Id authority) {
        var terms = new Terms(
                Competency.Id.of("LAB-6"),
                0,
                2,
                9,
                Terms.Weight.MEDIUM,
                clock.today().plusDays(120),
                List.of("el"),
                "");
        return Town.answer(coordinator, declaring.declare(coordinator, authority, terms, UUID.randomUUID()));
    }
}
