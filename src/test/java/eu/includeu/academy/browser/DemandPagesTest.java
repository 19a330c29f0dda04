package eu.includeu.academy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
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
            var trainer = Chromium.signedIn(desk, port, "trainer.nl@demo.includ-eu.example");
            trainer.navigate(site("/demand"));
            Axe.findsNothingOn(trainer);

            var coordinator = Chromium.signedIn(hall, port, "coordinator.tilburg@demo.includ-eu.example");
            coordinator.navigate(site("/peers"));
            coordinator.locator("main details summary").first().click();
            Axe.findsNothingOn(coordinator);
            coordinator.locator(".queue h3 a").first().click();
            coordinator.waitForURL("**/visits/*");
            Axe.findsNothingOn(coordinator);
            coordinator.navigate(site("/pools"));
            Axe.findsNothingOn(coordinator);
            coordinator.navigate(site("/practices"));
            Axe.findsNothingOn(coordinator);

            var administrator = Chromium.signedIn(office, port, "admin@demo.includ-eu.example");
            administrator.navigate(site("/peers"));
            Axe.findsNothingOn(administrator);
        }
    }

    @Test
    void leadsFromADotToItsSentenceByKeyboard() {
        try (var desk = context()) {
            var page = Chromium.signedIn(desk, port, "trainer.nl@demo.includ-eu.example");
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

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
