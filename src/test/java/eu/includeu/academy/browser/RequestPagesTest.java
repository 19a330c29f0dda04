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

/** Training requests in a real browser: nothing for axe to find, and all of it by keyboard. */
@AcademyTest
class RequestPagesTest {

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
        try (var hall = context();
                var desk = context()) {
            var coordinator = Chromium.signedIn(hall, port, "coordinator.karditsa@demo.includ-eu.example");
            coordinator.navigate(site("/requests"));
            Axe.findsNothingOn(coordinator);
            coordinator.locator("#ask button").click();
            coordinator.waitForSelector(".errors");
            Axe.findsNothingOn(coordinator);

            var trainer = Chromium.signedIn(desk, port, "trainer.el@demo.includ-eu.example");
            trainer.navigate(site("/requests"));
            Axe.findsNothingOn(trainer);
            trainer.locator(".queue h3 a").first().click();
            trainer.waitForURL("**/requests/*");
            Axe.findsNothingOn(trainer);
            trainer.navigate(site("/demand"));
            Axe.findsNothingOn(trainer);
            trainer.navigate(site("/runs"));
            trainer.locator("main details summary").first().click();
            Axe.findsNothingOn(trainer);
        }
    }

    @Test
    void leadsFromAQuestionToAnAnswerByKeyboard() {
        try (var hall = context();
                var desk = context()) {
            var coordinator = Chromium.signedIn(hall, port, "coordinator.tarragona@demo.includ-eu.example");
            coordinator.navigate(site("/requests#ask"));
            coordinator.locator("#subject").focus();
            coordinator.keyboard().type("Letters in plain words");
            coordinator.keyboard().press("Tab");
            coordinator.keyboard().type("Twelve people, by May.");
            coordinator.locator("#ask button").focus();
            coordinator.keyboard().press("Enter");
            coordinator.waitForURL("**/requests/*-*");
            var path = coordinator.url().substring(coordinator.url().indexOf("/requests/"));

            var trainer = Chromium.signedIn(desk, port, "trainer.es@demo.includ-eu.example");
            trainer.navigate(site(path));
            trainer.locator("input[name=event][value=decline]").focus();
            trainer.keyboard().press("Space");
            trainer.locator("#said").focus();
            trainer.keyboard().type("The library has one on this.");
            trainer.keyboard().press("Tab");
            trainer.keyboard().press("Enter");
            trainer.waitForSelector(".agenda");

            coordinator.reload();
            assertThat(coordinator.locator(".agenda").innerText()).contains("The library has one on this.");
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
