package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of plans in a real browser: nothing for axe to find, by keyboard alone, and without scripts. */
@AcademyTest
class PlanPagesTest {

    private static final String KARDITSA = "coordinator.karditsa@demo.includ-eu.example";

    private static Chromium chromium;

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
        try (var desk =
                chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            var page = desk.newPage();
            signIn(page, KARDITSA);
            page.navigate(site("/plans?language=en"));
            Axe.findsNothingOn(page);
            page.locator("table.grid a").first().click();
            page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]{36}"));
            page.locator(".planned details summary").first().click();
            page.locator(".gantt ~ details summary").click();
            Axe.findsNothingOn(page);
            assertThat(page.locator("h1")).containsText("needs");
        }
        try (var desk =
                chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            var page = desk.newPage();
            signIn(page, "trainer.el@demo.includ-eu.example");
            page.navigate(site("/runs?language=en"));
            Axe.findsNothingOn(page);
            page.locator("#cost").fill("much");
            page.locator("form.form button").click();
            assertThat(page.locator(".errors a[href='#cost']")).isVisible();
            Axe.findsNothingOn(page);
        }
    }

    @Test
    void computesByKeyboardAloneAndShowsThePlanByItself() {
        try (var desk =
                chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            var page = desk.newPage();
            signIn(page, "coordinator.iasi@demo.includ-eu.example");
            page.navigate(site("/plans?language=en"));
            page.locator("main form button").focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]{36}"));
            if (page.locator("live-stream").count() > 0) {
                assertThat(page.locator("#progress a")).isVisible();
                page.locator("#progress a").focus();
                page.keyboard().press("Enter");
            }
            assertThat(page.locator("form[action$=repair]")).isVisible();
        }
    }

    @Test
    void computesWithoutScripts() {
        try (var desk = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = desk.newPage();
            signIn(page, "coordinator.maribor@demo.includ-eu.example");
            page.navigate(site("/plans?language=en"));
            page.locator("main form button").click();
            for (var look = 0; look < 60 && page.locator("form[action$=stop]").count() > 0; look++) {
                page.waitForTimeout(500);
                page.locator("main a.btn--quiet").first().click();
            }
            assertThat(page.locator("form[action$=repair]")).isVisible();
        }
    }

    private void signIn(Page page, String email) {
        page.navigate(site("/sign-in"));
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(Visitor.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
