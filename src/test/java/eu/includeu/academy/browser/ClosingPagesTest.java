package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the closing in a real browser, with the demo's needs: nothing for axe to find, by keyboard, without scripts. */
@AcademyTest
class ClosingPagesTest {

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
        try (var desk = context(true);
                var study = context(true)) {
            var page = Chromium.signedIn(desk, port, "coordinator.thessaly@demo.includ-eu.example");
            page.navigate(site(statement()));
            assertThat(page.locator("#people tbody tr").first()).isVisible();
            Axe.findsNothingOn(page);
            page.navigate(site("/authorities/" + thessaly() + "/council"));
            Axe.findsNothingOn(page);
            page.navigate(site("/authorities/" + thessaly() + "/council?from=2026-05&to=2026-01"));
            Axe.findsNothingOn(page);

            var trainer = Chromium.signedIn(study, port, "trainer.el@demo.includ-eu.example");
            trainer.navigate(site("/effects"));
            assertThat(trainer.locator("tbody tr").first()).isVisible();
            Axe.findsNothingOn(trainer);
        }
    }

    @Test
    void offersTheTestBeforeTheFirstLesson() {
        var module = town.publish(
                        Lessons.module(Lessons.name(), 1).replace("  level: 1\n", "  level: 1\n  use: [pre, post]\n"))
                .module();
        try (var desk = context(true)) {
            var page = Chromium.signedIn(
                    desk,
                    port,
                    town.person(town.authority(null, false), Role.OFFICIAL).email());
            page.navigate(site("/modules/" + module));
            Axe.findsNothingOn(page);
            page.locator("form.pretest button").press("Enter");
            assertThat(page.locator("h1")).containsText("What you know already");
            Axe.findsNothingOn(page);
            page.locator("form[action$=submission] button").press("Enter");
            page.locator("form[action$=submission] button").press("Enter");
            assertThat(page.locator("h1")).hasText("You had 0 of 5 points before the first lesson");
            Axe.findsNothingOn(page);
        }
    }

    @Test
    void asksForAnotherDayByKeyboardAndWithoutScripts() {
        try (var desk = context(false)) {
            var page = Chromium.signedIn(desk, port, "coordinator.thessaly@demo.includ-eu.example");
            page.navigate(site(statement()));
            page.locator("#on").press("Enter");
            page.waitForURL(url -> url.contains("?on="));
            assertThat(page.locator("#people tbody tr").first()).isVisible();
            page.navigate(site("/authorities/" + thessaly() + "/council"));
            page.locator(".filters button").press("Enter");
            page.waitForURL(url -> url.contains("from="));
            assertThat(page.locator("#annex")).isVisible();
        }
    }

    /** The statement of a need of the demo that is closed. */
    private String statement() {
        return "/needs/" + town.text("""
                        select n.id::text from capacity.need n
                         where n.state = 'closed' and n.authority in (
                               select descendant from authorities.closure where ancestor = ?::uuid and valid @> current_date)
                         order by n.id limit 1
                        """, thessaly()) + "/closing";
    }

    private String thessaly() {
        return town.text(
                "select id::text from authorities.authority where kind = 'region' and name_latin like '%Thessaly%'");
    }

    private BrowserContext context(boolean scripts) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(1440, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
