package eu.includeu.academy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in, going out, and what is told to whom who may not. */
@AcademyTest
class SignInTest {

    private static final String OFFICIAL = "official.maribor@demo.includ-eu.example";

    @LocalServerPort
    private int port;

    @Test
    void answersAWrongPasswordAndAnUnknownAddressAlike() {
        var wrong = attempt(OFFICIAL, "not this one at all");
        var unknown = attempt("nobody." + UUID.randomUUID() + "@example.org", "not this one at all");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(wrong.html().select(".errors").text())
                .isEqualTo(unknown.html().select(".errors").text())
                .isNotBlank();
    }

    @Test
    void keepsTheAddressThatWasTypedAndNeverThePassword() {
        var page = attempt(OFFICIAL, "not this one at all");
        assertThat(page.html().select("[name=email]").attr("value")).isEqualTo(OFFICIAL);
        assertThat(page.text()).doesNotContain("not this one at all");
    }

    @Test
    void letsNobodyGuessForEver() {
        var address = "guessed." + UUID.randomUUID() + "@example.org";
        for (var tries = 0; tries < 10; tries++) {
            attempt(address, "guess " + tries);
        }
        assertThat(attempt(address, "guess 11").html().select(".errors").text())
                .isNotEqualTo(attempt("fresh." + UUID.randomUUID() + "@example.org", "guess")
                        .html()
                        .select(".errors")
                        .text());
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        var visitor = Visitor.at(port);
        var door = visitor.get("/certificates");
        assertThat(door.address().getPath()).isEqualTo("/sign-in");
        var page = visitor.send(
                door.form("form[action*=sign-in]").with("email", OFFICIAL).with("password", Visitor.PASSWORD));
        assertThat(page.address().getPath()).isEqualTo("/certificates");
    }

    @Test
    void endsTheSessionOnTheServerToo() {
        var official = Visitor.signedIn(port, OFFICIAL);
        official.send(official.get("/account").form("form[action*=sign-out]"));
        assertThat(official.get("/account").address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void keepsTheLanguageOfAVisitAndStaysOnThePage() {
        var visitor = Visitor.at(port);
        var greek = visitor.get("/library?theme=housing&language=el");
        assertThat(greek.html().select("html").attr("lang")).isEqualTo("el");
        assertThat(greek.html().select("a[hreflang=it]").attr("href")).isEqualTo("/library?theme=housing&language=it");
        assertThat(visitor.get("/check").html().select("html").attr("lang")).isEqualTo("el");
    }

    @Test
    void showsPeopleTheirOwnName() {
        var official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        assertThat(official.get("/account").html().select("main").text())
                .contains("official.karditsa@demo.includ-eu.example")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @Test
    void staysWithWhoIsSignedInOnPagesOfErrors() {
        var official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        for (var page : List.of("/overview", "/no-such-page", "/needs/none")) {
            assertThat(official.get(page).html().select("header form[action*=sign-out]"))
                    .as(page)
                    .isNotEmpty();
        }
    }

    @Test
    void savesSettingsAndRefusesWhatDoesNotExist() {
        var official = Visitor.signedIn(port, OFFICIAL);
        var form = official.get("/account").form("main form");
        assertThat(official.send(form.with("language", "xx")).status()).isEqualTo(422);
        var saved = official.send(form.with("language", "nl").with("mode", "dark"));
        assertThat(saved.html().select("html").attr("lang")).isEqualTo("nl");
        assertThat(saved.html().select("html").attr("data-mode")).isEqualTo("dark");
        official.send(saved.form("main form").with("language", "sl").with("mode", "system"));
    }

    @Test
    void turnsAwayWhatIsNotText() {
        var visitor = Visitor.at(port);
        var bytes = "email=%FF%FE&password=%00".getBytes(StandardCharsets.US_ASCII);
        assertThat(visitor.post("/sign-in", "application/x-www-form-urlencoded", bytes)
                        .status())
                .isIn(400, 403);
        assertThat(visitor.get("/library?q=%00").status()).isEqualTo(400);
        assertThat(visitor.get("/library?q=%FF").status()).isEqualTo(400);
    }

    private Visitor.Page attempt(String email, String password) {
        var visitor = Visitor.at(port);
        return visitor.send(visitor.get("/sign-in")
                .form("form[action*=sign-in]")
                .with("email", email)
                .with("password", password));
    }
}
