package eu.includeu.academy.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The days of a led module: typed wrongly, typed well, and seen in demand where their seats do not suffice. */
@AcademyTest
class DaysJourneyTest {

    private static final String DAYS = "form[action$=/working-with-interpreters/days]";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Test
    void keepsWhatWasTypedOfADayAndNamesTheField() {
        var desk = Visitor.signedIn(port, "trainer.nl@demo.includ-eu.example");
        var form = desk.get("/runs").form(DAYS);

        var both = desk.send(form.with("starts", "next Tuesday").with("free", "many"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.html().select(".errors a").eachAttr("href")).containsExactly("#starts", "#free");
        assertThat(both.html().select("#starts").val()).isEqualTo("next Tuesday");
        assertThat(both.html().select("#free").val()).isEqualTo("many");
        assertThat(both.html().select("#starts").attr("aria-describedby")).isEqualTo("starts-error");
        assertThat(both.html().select("#starts-error").text()).contains("vanaf vandaag");
        assertThat(both.html().select("details[open] #starts")).hasSize(1);

        var past = clock.today().minusDays(1).toString();
        var late = desk.send(form.with("starts", past).with("free", "12"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().select(".field__error").eachAttr("id")).containsExactly("starts-error");
        assertThat(late.html().select("#starts").val()).isEqualTo(past);
        assertThat(late.html().select("#free").val()).isEqualTo("12");

        var day = clock.today().plusDays(300).toString();
        var kept = desk.send(form.with("starts", day).with("free", "0"));
        assertThat(kept.status()).isEqualTo(200);
        var removal = "form[action$=/days/" + day + "/removal]";
        assertThat(desk.send(kept.form(removal)).html().select(removal)).isEmpty();
    }

    @Test
    void showsInDemandWhereSeatsDoNotSuffice() throws InterruptedException {
        var desk = Visitor.signedIn(port, "trainer.nl@demo.includ-eu.example");
        for (var turn = 0; turn < 100; turn++) {
            if (!desk.get("/demand?reason=no_seats").html().select(".demand").isEmpty()) {
                return;
            }
            Thread.sleep(Duration.ofMillis(200).toMillis());
        }
        throw new AssertionError(desk.get("/demand").html().select("main").text());
    }
}
