package eu.includeu.academy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
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

/** A coordinator declares a need, is told everything that is wrong, mends it, and assigns the module that comes first. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class NeedJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Test
    void leadsFromADeclarationToAnAssignment() {
        var town = Town.of(environment, 4);
        var visitor = Visitor.signedIn(port, town.coordinator.email());
        assertThat(visitor.get("/needs").html().select(".need")).isEmpty();

        var form = visitor.get("/needs/new").form("#declaration");
        var wrong = visitor.send(form.with("competency", "XCU-2")
                .with("current", "3")
                .with("target", "1")
                .with("staff", "three")
                .with("deadline", "2020-02-30")
                .with("languages")
                .with("weight", "legal"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#staff", "#deadline", "#target", "#languages", "#reason");
        assertThat(wrong.html().select("#staff").val()).isEqualTo("three");
        assertThat(wrong.html().select("#target [selected]").val()).isEqualTo("1");
        assertThat(wrong.html().select("#target-error").text())
                .contains("level 1")
                .contains("level 3");
        assertThat(town.count("capacity.need where authority = '" + town.town + "'"))
                .isZero();

        var levels = visitor.send(wrong.form("#declaration").with("show", "levels"));
        assertThat(levels.status()).isEqualTo(200);
        assertThat(levels.html().select("#levels dd")).hasSize(4);
        assertThat(levels.html().select("#staff").val()).isEqualTo("three");

        var right = wrong.form("#declaration")
                .with("current", "0")
                .with("target", "2")
                .with("staff", "3")
                .with("deadline", LocalDate.now(Clock.ZONE).plusMonths(6).toString())
                .with("languages", "en", "nl")
                .with("reason", "A new law asks for it.");
        var need = visitor.send(right);
        assertThat(need.status()).isEqualTo(200);
        assertThat(need.address().getPath()).startsWith("/needs/");
        assertThat(need.html().select(".ranked > li")).isNotEmpty();
        assertThat(need.html().select(".ranked input[checked]")).hasSize(1);
        assertThat(need.html().select(".ranked > li:first-child .reasons > li")).hasSize(6);
        assertThat(need.html().select("input[name=officials][checked]")).hasSize(3);
        assertThat(visitor.send(right).address()).isEqualTo(need.address());

        var assignment = need.form("form[action$=assignments]");
        var nobody = visitor.send(assignment.with("officials").with("due", "soon"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.html().select(".errors a").eachAttr("href")).containsExactly("#officials", "#due");
        assertThat(nobody.html().select("#due").val()).isEqualTo("soon");

        var people = town.officials.subList(0, 2).stream().map(Object::toString).toArray(String[]::new);
        var assigned = visitor.send(assignment.with("officials", people));
        assertThat(assigned.status()).isEqualTo(200);
        assertThat(assigned.html().select(".need__path b").text()).isEqualTo("Matched");
        assertThat(town.count("assignments.assignment where authority = '" + town.town + "' and need is not null"))
                .isEqualTo(2);
        assertThat(visitor.send(assignment.with("officials", people)).status()).isEqualTo(200);
        assertThat(town.count("capacity.need_event where authority = '" + town.town + "'"))
                .isEqualTo(2);

        var list = visitor.get("/needs?state=matched&theme=crosscutting").html();
        assertThat(list.select(".need")).hasSize(1);
        assertThat(visitor.get("/needs?state=closed&theme=nonsense&after=yesterday")
                        .html()
                        .select(".need"))
                .isEmpty();
    }

    @Test
    void answersAForeignNeedLikeNone() {
        var town = Town.of(environment, 2);
        var coordinator = Visitor.signedIn(port, town.coordinator.email());
        var need = coordinator.send(coordinator
                .get("/needs/new?competency=XCU-8&target=1")
                .form("#declaration")
                .with("staff", "1")
                .with("deadline", LocalDate.now(Clock.ZONE).plusMonths(6).toString()));
        var path = need.address().getPath();

        var stranger = Visitor.signedIn(port, town.stranger.email());
        var none = "/needs/" + UUID.randomUUID();
        for (var step : List.of("", "/assignments", "/withdrawal", "/closing", "/verification")) {
            var foreign = step.isEmpty() ? stranger.get(path) : stranger.send(blank(stranger, path + step));
            var missing = step.isEmpty() ? stranger.get(none) : stranger.send(blank(stranger, none + step));
            assertThat(foreign.status()).as(step).isEqualTo(404);
            assertThat(foreign.html().select("main").text())
                    .isEqualTo(missing.html().select("main").text());
        }
        assertThat(stranger.get("/needs/new?need=" + path.substring(7)).status())
                .isEqualTo(404);
        assertThat(stranger.get("/needs/not-a-need").status()).isEqualTo(404);
        assertThat(coordinator.get(path).status()).isEqualTo(200);
    }

    /** A form with the token of this visitor, for an address that shows none. */
    private static Visitor.Form blank(Visitor visitor, String action) {
        return new Visitor.Form(
                        action, visitor.get("/needs/new").form("#declaration").fields())
                .with("reason", "A reason.")
                .with("confirmed", "yes");
    }
}
