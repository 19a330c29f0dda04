package eu.includeu.academy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Demand and peers in a real browser: nothing for axe to find, and all of it by keyboard. */
@AcademyTest
class DemandPagesTest {

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
        try (var desk = context();
                var hall = context();
                var office = context()) {
            var trainer = signedIn(desk, "trainer.nl");
            trainer.navigate(site("/demand"));
            Axe.findsNothingOn(trainer);

            var coordinator = signedIn(hall, "coordinator.tilburg");
            coordinator.navigate(site("/peers"));
            coordinator.locator("details summary").first().click();
            Axe.findsNothingOn(coordinator);
            coordinator.locator(".queue h3 a").first().click();
            coordinator.waitForURL("**/visits/*");
            Axe.findsNothingOn(coordinator);
            coordinator.navigate(site("/pools"));
            Axe.findsNothingOn(coordinator);
            coordinator.navigate(site("/practices"));
            Axe.findsNothingOn(coordinator);

            var administrator = signedIn(office, "admin");
            administrator.navigate(site("/peers"));
            Axe.findsNothingOn(administrator);
        }
    }

    @Test
    void leadsFromADotToItsSentenceByKeyboard() {
        try (var desk = context()) {
            var page = signedIn(desk, "trainer.nl");
            page.navigate(site("/demand"));
            page.locator(".radar__plot[data-kind=wide] a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/demand#demand-1");
            assertThat(page.locator("#demand-1").isVisible()).isTrue();
        }
    }

    private BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 900)
                        .setLocale("en"));
    }

    private Page signedIn(BrowserContext context, String who) {
        var page = context.newPage();
        page.navigate(site("/sign-in?language=en"));
        page.fill("[name=email]", who + "@demo.includ-eu.example");
        page.fill("[name=password]", Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
