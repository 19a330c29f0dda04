package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.platform.Clock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The pages of needs in a real browser: nothing for axe to find, by keyboard alone, and without scripts. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=needs")
class NeedPagesTest {

    private static final String REGION = "coordinator.thessaly@demo.includ-eu.example";

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
    void leaveNothingForAxeToFind() {
        try (var desk = context(1440, true)) {
            var page = Chromium.signedIn(desk, port, "coordinator.partnership@demo.includ-eu.example");
            page.navigate(site("/needs"));
            Axe.findsNothingOn(page);
            page.navigate(site("/needs?theme=crosscutting"));
            Axe.findsNothingOn(page);
            page.navigate(site("/needs?state=running"));
            Axe.findsNothingOn(page);
            page.navigate(site("/needs/new?competency=XCU-2&target=2"));
            Axe.findsNothingOn(page);
            page.navigate(site("/needs/import"));
            Axe.findsNothingOn(page);
            handIn(page, "authority;competency;target;staff;deadline\nNowhere;HOU-2;2;3;soon\n");
            Axe.findsNothingOn(page);
            page.navigate(site("/needs"));
            page.locator(".path__step:nth-child(3) .slip a").first().click();
            page.waitForURL(Pattern.compile(".*/needs/[0-9a-f-]{36}"));
            Axe.findsNothingOn(page);
            page.locator("#steps a[href$='/people']").click();
            Axe.findsNothingOn(page);
        }
    }

    @Test
    void leadFromTheHeatTableToItsNeedsByKeyboardAlone() {
        try (var desk = context(1440, true)) {
            var page = Chromium.signedIn(desk, port, "coordinator.partnership@demo.includ-eu.example");
            page.navigate(site("/needs"));
            var cell = page.locator(".heat tbody a").first();
            cell.focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*place=.*"));
            assertThat(page.locator("#theme")).not().hasValue("");
            assertThat(page.locator("#place")).not().hasValue("");
            page.locator(".path__step h3 a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*state=declared.*"));
            assertThat(page.locator("h1")).hasText("Declared");
        }
    }

    @Test
    void workWithoutScripts() {
        try (var desk = context(390, false)) {
            var page = Chromium.signedIn(desk, port, REGION);
            page.navigate(site("/needs"));
            page.selectOption("#theme", "education");
            page.locator(".filters button").click();
            page.waitForURL(Pattern.compile(".*theme=education.*"));

            page.navigate(site("/needs/import"));
            handIn(
                    page,
                    "authority;competency;target;staff;deadline\n"
                            + "Municipality of Trikala;HOU-3;1;2;"
                            + LocalDate.now(Clock.ZONE).plusMonths(4) + "\n"
                            + "Municipality of Trikala;HOU-3;9;2;"
                            + LocalDate.now(Clock.ZONE).plusMonths(4) + "\n");
            assertThat(page.locator("#bad tbody tr")).hasCount(1);
            page.locator("#declare button").click();
            assertThat(page.locator("#bad tbody tr")).hasCount(1);
            assertThat(page.locator("#declare")).hasCount(0);

            page.navigate(site("/needs/new"));
            page.selectOption("#competency", "HOU-3");
            page.locator("button[name=show]").click();
            assertThat(page.locator("#levels dd")).hasCount(4);
        }
    }

    private static void handIn(Page page, String table) {
        page.setInputFiles("#file", new FilePayload("needs.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.locator("#import button").click();
        page.waitForURL(Pattern.compile(".*/needs/import/[0-9a-f-]{36}"));
    }

    private BrowserContext context(int width, boolean scripts) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(width, 900)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
