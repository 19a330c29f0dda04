package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of learning in a real browser: nothing for axe to find, and no answer lost to a line that breaks. */
@AcademyTest
class LearningPagesTest {

    private static Chromium chromium;

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void leavesNothingForAxeToFind() {
        var authority = town.authority(null, true);
        var official = town.person(authority, Role.OFFICIAL);
        var text = Lessons.module(Lessons.name(), 2);
        var module = town.publish(text, Lessons.translation(text, "el")).module();
        try (var desk = context();
                var hall = context()) {
            var page = Chromium.signedIn(desk, port, official.email());
            openQuiz(page, module, true);
            Axe.findsNothingOn(page);
            page.locator("form[action$=submission] button").click();
            Axe.findsNothingOn(page);
            page.locator("form[action$=submission] button").click();
            Axe.findsNothingOn(page);
            page.locator(".result form[action$=attempts] button").click();
            answerAll(page);
            page.locator("form[action$=submission] button").click();
            page.waitForURL(Pattern.compile(".*/result"));
            Axe.findsNothingOn(page);

            var coordinator = Chromium.signedIn(
                    hall, port, town.person(authority, Role.COORDINATOR).email());
            coordinator.navigate(site("/reviews"));
            coordinator.locator("main details summary").first().click();
            Axe.findsNothingOn(coordinator);
        }
    }

    @Test
    void keepsAnAnswerUntilTheLineIsBack() {
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        try (var desk = context()) {
            var page = Chromium.signedIn(
                    desk,
                    port,
                    town.person(town.authority(null, false), Role.OFFICIAL).email());
            openQuiz(page, module, false);
            desk.setOffline(true);
            page.locator("#q3 label.opt").first().click();
            assertThat(page.locator("#q3 .saved")).hasAttribute("data-state", "failed");
            desk.setOffline(false);
            assertThat(page.locator("#q3 .saved")).hasAttribute("data-state", "saved");
            page.reload();
            assertThat(page.locator("#q3 input[type=radio]").first()).isChecked();
        }
    }

    @Test
    void saysThatAnotherWindowWasQuicker() {
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        try (var desk = context()) {
            var one = Chromium.signedIn(
                    desk,
                    port,
                    town.person(town.authority(null, false), Role.OFFICIAL).email());
            openQuiz(one, module, false);
            try (var elsewhere = desk.newPage()) {
                elsewhere.navigate(one.url());
                elsewhere.locator("#q3 label.opt").first().click();
                assertThat(elsewhere.locator("#q3 .saved")).hasAttribute("data-state", "saved");
            }
            one.locator("#q3 label.opt").nth(1).click();
            assertThat(one.locator("#q3 .saved")).hasAttribute("data-state", "refused");
            one.reload();
            assertThat(one.locator("#q3 input[type=radio]").first()).isChecked();
        }
    }

    private void openQuiz(Page page, String module, boolean audited) {
        page.navigate(site("/modules/" + module));
        audit(page, audited);
        page.locator("form[action$=enrolments] button").click();
        page.waitForURL(Pattern.compile(".*/lessons/1"));
        audit(page, audited);
        while (page.url().contains("/lessons/")) {
            page.locator("form[action$=completion] button").click();
        }
        audit(page, audited);
        page.locator("form[action$=attempts] button").click();
        page.waitForURL(Pattern.compile(".*/attempts/[0-9a-f-]{36}"));
    }

    private static void audit(Page page, boolean audited) {
        if (audited) {
            Axe.findsNothingOn(page);
        }
    }

    private static void answerAll(Page page) {
        page.locator("#q1 label.opt")
                .filter(new Locator.FilterOptions().setHasText("RIGHT"))
                .click();
        page.locator("#q2 label.opt")
                .filter(new Locator.FilterOptions().setHasText("RIGHT"))
                .all()
                .forEach(option -> option.click());
        page.locator("#q3 label.opt").first().click();
        page.locator("#q4 input[name=given]").fill("1.5");
        page.locator("#q5 input[name=given]").fill("secret-word, with comma");
        assertThat(page.locator(".saved[data-state=saved]")).hasCount(5);
    }

    private BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
