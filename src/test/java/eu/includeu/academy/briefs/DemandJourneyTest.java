package eu.includeu.academy.briefs;

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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A demand on its way: two towns lack the same, a trainer takes it, the towns hear of it, and a module delivers it. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=briefs")
class DemandJourneyTest {

    private static final Competency.Id LABOUR = Competency.Id.of("LAB-6");

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private Declaring declaring;

    @Autowired
    private Clock clock;

    @Test
    void leadsFromADeclarationToADelivery() {
        var first = town.authority(null, false);
        var second = town.authority(null, false);
        var coordinator = town.person(first, Role.COORDINATOR);
        var neighbour = town.person(second, Role.COORDINATOR);
        var trainer = town.person(town.authority(null, false), Role.TRAINER);
        var rival = town.person(town.authority(null, false), Role.TRAINER);
        var need = declare(coordinator, first, 9);
        declare(neighbour, second, 8);

        var desk = Visitor.signedIn(port, trainer.email());
        var radar = until(() -> says(desk).contains("17 officials"), desk);
        assertThat(radar.html().select(".demand__says").text())
                .contains("2 authorities")
                .contains("17 officials");
        assertThat(radar.html().select(".radar__plot a")).isNotEmpty();
        assertThat(desk.get("/demand?theme=housing&in=ro").text()).doesNotContain("17 officials");

        // nobody is told what two authorities alone need
        var official = Visitor.signedIn(port, town.person(first, Role.OFFICIAL).email());
        assertThat(official.get("/demand?theme=labour").text()).doesNotContain("17 officials");
        assertThat(Visitor.at(port).get("/demand").status()).isEqualTo(200);

        var brief = desk.send(radar.form(".demand form"));
        assertThat(brief.status()).isEqualTo(200);
        assertThat(brief.address().getPath()).startsWith("/briefs/");
        assertThat(brief.text()).contains("2 authorities").contains("17 officials");
        var draft = desk.get(brief.html().select("a[href^=/drafts/]").attr("href"));
        assertThat(draft.html().select("textarea").text())
                .contains("{competency: LAB-6, from: 0, to: 1}")
                .contains("language: ro");
        assertThat(desk.send(radar.form(".demand form")).status()).isEqualTo(422);

        // another trainer's brief is not there
        var other = Visitor.signedIn(port, rival.email());
        assertThat(other.get(brief.address().getPath()).status()).isEqualTo(404);
        assertThat(other.get("/demand?theme=labour&in=ro").text()).contains(trainer.name());

        // the towns hear of it
        var house = Visitor.signedIn(port, coordinator.email());
        assertThat(house.get("/needs/" + need.id()).html().select(".news").text())
                .contains(trainer.name());
        assertThat(house.get("/overview").html().select(".news").text()).contains(trainer.name());

        // and are asked to fill a session together: nobody is named before saying yes
        var pools = house.get("/pools");
        assertThat(pools.html().select(".queue > li")).isNotEmpty();
        var open = pools.html().select(".queue > li").size();
        assertThat(house.get("/overview").html().select(".news a[href=/pools]")).hasSize(1);
        var next = Visitor.signedIn(port, neighbour.email());
        assertThat(next.get("/pools").text()).doesNotContain(name(first));
        var joined = house.send(pools.form(".queue form").with("answer", "yes"));
        assertThat(joined.status()).isEqualTo(200);
        assertThat(house.get("/overview").html().select(".news a[href=/pools]"))
                .as("what somebody has just done is not told as news")
                .hasSize(open > 1 ? 1 : 0);
        assertThat(next.get("/pools").text()).contains(name(first));
        assertThat(joined.text()).doesNotContain(name(second));

        // without a reason nothing is given back
        var wrong = desk.send(brief.form("form[action$=return]").with("why", " "));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#why-error").text()).isNotEmpty();

        var text =
                Lessons.module(Lessons.name(), 2).replace("HOU-2", "LAB-6").replace("theme: housing", "theme: labour");
        town.publish(text, Lessons.translation(text, "ro"));
        var delivered = desk.get(brief.address().getPath());
        assertThat(delivered.html().select("a[href^=/modules/]")).isNotEmpty();
        until(() -> !says(desk).contains("17 officials"), desk);
    }

    private static String says(Visitor visitor) {
        return visitor.get("/demand?theme=labour&in=ro&reason=no_content")
                .html()
                .select(".demand__says")
                .text();
    }

    private String name(Authority.Id authority) {
        return "Town of " + authority.toString().substring(0, 8);
    }

    private Need declare(Account coordinator, Authority.Id authority, int staff) {
        var terms = new Terms(
                LABOUR, 0, 1, staff, Terms.Weight.MEDIUM, clock.today().plusDays(120), List.of("ro"), "");
        return Town.answer(coordinator, declaring.declare(coordinator, authority, terms, UUID.randomUUID()));
    }

    /** The academy counts each second. */
    private static Visitor.Page until(BooleanSupplier there, Visitor visitor) {
        for (var turn = 0; turn < 100; turn++) {
            if (there.getAsBoolean()) {
                return visitor.get("/demand?theme=labour&in=ro&reason=no_content");
            }
            try {
                Thread.sleep(Duration.ofMillis(200).toMillis());
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("It was not counted: "
                + visitor.get("/demand?theme=labour").html().select("main").text());
    }
}
