package eu.includeu.academy.review;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A completion on its way through a coordinator's queue. */
@AcademyTest
class ReviewJourneyTest {

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    @Test
    void isReturnedWithAReasonHandedInAgainAndConfirmed() {
        var authority = town.authority(null, true);
        var official = town.person(authority, Role.OFFICIAL);
        var coordinator =
                Visitor.signedIn(port, town.person(authority, Role.COORDINATOR).email());
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var learner = Visitor.signedIn(port, official.email());
        pass(learner, module);

        var queue = coordinator.get("/reviews");
        assertThat(queue.html().select("h1").text()).isEqualTo("One completion waits for you");
        var decide = queue.form("form[action*=/reviews/]");
        var empty = coordinator.send(decide.with("verdict", "return").with("reason", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select(".errors").text()).contains("Write the reason");

        var returned = coordinator.send(decide.with("verdict", "return").with("reason", "Read <b>S2</b> again"));
        assertThat(returned.html().select("h1").text()).isEqualTo("Nothing waits for you");
        assertThat(coordinator.send(decide.with("verdict", "confirm")).status()).isEqualTo(409);

        var page = learner.get("/modules/" + module);
        assertThat(page.html().select(".result blockquote").text()).isEqualTo("Read <b>S2</b> again");
        learner.send(page.form("form[action$=resubmission]"));
        var confirmed = coordinator.send(
                coordinator.get("/reviews").form("form[action*=/reviews/]").with("verdict", "confirm"));
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(learner.get("/modules/" + module)
                        .html()
                        .select("main a.btn--big")
                        .attr("href"))
                .isEqualTo("/certificates");
    }

    private static void pass(Visitor learner, String module) {
        var lesson = learner.send(learner.get("/modules/" + module).form("form[action$=enrolments]"));
        var done = learner.send(lesson.form("form[action$=completion]"));
        var paper = learner.send(done.form("form[action$=attempts]"));
        for (var place = 1; place <= 5; place++) {
            learner.send(paper.form("form#q" + place).with("given", Lessons.right(paper.html(), place)));
        }
        var result = learner.send(learner.get(paper.address().getPath()).form("form[action$=submission]"));
        assertThat(result.html().select("h1").text()).isEqualTo("You passed, with 5 of 5 points");
    }
}
