package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.platform.Languages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways through the academy, at the thumb on phones and in the masthead on desks. */
@AcademyTest
class MastheadTest {

    private static final String NO_WIDER =
            "box => box.scrollWidth <= box.clientWidth && [...box.querySelectorAll('a, summary')].every(each =>"
                    + " each.scrollWidth <= each.clientWidth)";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void fitsTheNarrowestPhoneInEveryLanguage() {
        var coordinator = town.person(town.authority(null, false), Role.COORDINATOR);
        try (var context = context(320)) {
            var page = Chromium.signedIn(context, port, coordinator.email());
            for (var language : Languages.ALL) {
                page.navigate(site("/library?language=" + language));
                assertThat(page.locator(".nav a:visible")).hasCount(4);
                fits(page);
                page.locator(".nav summary").press("Enter");
                assertThat(page.locator(".nav a:visible")).hasCount(6);
                fits(page);
            }
            Axe.findsNothingOn(page);
        }
    }

    @Test
    void showsByKeyboardAndWithoutScriptWhatIsBehindMore() {
        var coordinator = town.person(town.authority(null, false), Role.COORDINATOR);
        try (var context = context(390, false)) {
            var page = Chromium.signedIn(context, port, coordinator.email());
            page.navigate(site("/library"));
            var more = page.locator(".nav summary");
            assertThat(more).hasAttribute("aria-current", "true");
            more.focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/reviews");
            assertThat(more).hasAttribute("aria-current", "true");
            page.locator(".nav a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/overview");
            assertThat(more).not().hasAttribute("aria-current", "true");
        }
    }

    @Test
    void showsAllWaysOnADesk() {
        var coordinator = town.person(town.authority(null, false), Role.COORDINATOR);
        try (var context = context(1440)) {
            var page = Chromium.signedIn(context, port, coordinator.email());
            assertThat(page.locator(".nav a:visible")).hasCount(6);
            assertThat(page.locator(".nav summary")).isHidden();
        }
    }

    private static void fits(Page page) {
        assertThat(page.locator(".nav").evaluate(NO_WIDER)).isEqualTo(true);
    }

    private BrowserContext context(int width) {
        return context(width, true);
    }

    private BrowserContext context(int width, boolean script) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setJavaScriptEnabled(script)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
