package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import eu.includeu.academy.questions.Item;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole story in a real browser: Karditsa declares a need, the academy ranks a module and says why, an official learns and
 * passes by keyboard alone, a stranger checks the certificate, and the coordinator sees it, closes the need and reads what became of it.
 */
@AcademyTest
class StoryTest {

    private static final String COORDINATOR = "coordinator.karditsa@demo.includ-eu.example";

    private static final String OFFICIAL_NAME = "Ελένη Παπαδάκη";

    private static Chromium chromium;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    private static final String HOLDERS = """
            select count(*)
              from (select m.account
                      from accounts.member m
                      join authorities.authority a on a.id = m.authority
                      join evidence.valid v on v.official = m.account
                     where a.name_latin like '%%Karditsa%%' and a.kind = 'municipality'
                       and v.competency = '%1$s' and v.level <= %2$d
                     group by m.account having count(distinct v.level) = %2$d) as holder
            """;

    /** Which module the story is about, whom it is assigned to, and whether the browser runs scripts. */
    private record Story(String module, String competency, int target, String official, boolean scripts) {}

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void fromADeclaredNeedToACheckedCertificateAndAClosedNeed() {
        tell(new Story("working-with-interpreters", "XCU-2", 2, "official.karditsa@demo.includ-eu.example", true));
    }

    @Test
    void theSameWithoutScriptsUntilTheOverview() {
        tell(new Story("skills-recognition", "LAB-2", 2, "official.karditsa@demo.includ-eu.example", false));
    }

    private void tell(Story story) {
        try (var hall = context(story);
                var desk = context(story);
                var street = context(story)) {
            var coordinator = Chromium.signedIn(hall, port, COORDINATOR);
            var need = declare(coordinator, story);
            assign(coordinator, story);
            var official = Chromium.signedIn(desk, port, story.official());
            enrolAndRead(official, story);
            takeQuiz(official, story);
            var before = overview(coordinator);
            handIn(official, story);
            var number = certificate(official, story);
            check(street.newPage(), number, story);
            seeTheChange(coordinator, before, story);
            if (story.scripts()) {
                close(coordinator, need, story);
            }
        }
    }

    private String declare(Page page, Story story) {
        page.navigate(site("/needs"));
        audit(page, story);
        page.locator("main a[href='/needs/new']").first().click();
        audit(page, story);
        page.selectOption("select[name=competency]", story.competency());
        page.selectOption("select[name=current]", "0");
        page.selectOption("select[name=target]", String.valueOf(story.target()));
        page.fill("[name=staff]", String.valueOf(wanted(story)));
        page.fill("[name=deadline]", LocalDate.now(Clock.ZONE).plusMonths(6).toString());
        page.locator("details.more > summary").click();
        page.fill("[name=reason]", "Colleagues at the desk ask for it each week.");
        page.locator("#declaration button.btn--big").click();
        assertThat(page).hasURL(Pattern.compile(".*/needs/[0-9a-f-]{36}.*"));
        return page.url();
    }

    /** Those who hold the level already, and one more: then the need is met when one official has learned. Else some are left. */
    private int wanted(Story story) {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var found = connection
                        .createStatement()
                        .executeQuery(HOLDERS.formatted(story.competency(), story.target()))) {
            found.next();
            return found.getInt(1) + (story.scripts() ? 1 : 9);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void assign(Page page, Story story) {
        audit(page, story);
        var best = page.locator(
                ".ranked > li",
                new Page.LocatorOptions().setHas(page.locator("input[value='" + story.module() + "']")));
        assertThat(best).isVisible();
        assertThat(best.locator(".reasons li")).not().hasCount(0);
        best.locator("input[type=radio]").check();
        var ticked = page.locator("input[name=officials]:checked");
        while (ticked.count() > 0) {
            ticked.first().uncheck();
        }
        page.locator(".people label", new Page.LocatorOptions().setHasText(OFFICIAL_NAME))
                .locator("input")
                .check();
        page.locator("form[action$=assignments] button.btn--big").click();
        assertThat(page.locator("#notice .notice")).isVisible();
    }

    private void enrolAndRead(Page page, Story story) {
        audit(page, story);
        page.navigate(site("/modules/" + story.module()));
        audit(page, story);
        page.locator("form[action$=enrolments] button.btn--big").click();
        if (!page.url().contains("/lessons/")) {
            page.locator("main a.btn--big").click();
        }
        audit(page, story);
        for (var lessons = 0; page.url().contains("/lessons/") && lessons < 20; lessons++) {
            page.locator("form[action$=completion] button").click();
        }
        page.locator("form[action$=attempts] button.btn--big").click();
        assertThat(page).hasURL(Pattern.compile(".*/attempts/[0-9a-f-]{36}$"));
    }

    private void takeQuiz(Page page, Story story) {
        audit(page, story);
        var keyboard = new ByKeyboard(page, story.scripts());
        var items = items(story);
        var count = page.locator("form.quiz").count();
        for (var place = 1; place <= count; place++) {
            keyboard.answer(place, items);
        }
        assertThat(page.locator(".saved[data-state=saved]")).hasCount(count);
    }

    private void handIn(Page page, Story story) {
        new ByKeyboard(page, story.scripts()).press("form[action$=submission] button.btn--big");
        page.waitForURL(Pattern.compile(".*/attempts/.*/(submission|result)"));
        if (page.url().endsWith("/submission")) {
            new ByKeyboard(page, story.scripts()).press("form[action$=submission] button.btn--big");
            page.waitForURL("**/result");
        }
        assertThat(page.locator(".result")).containsText("100");
        audit(page, story);
    }

    private String certificate(Page page, Story story) {
        page.navigate(site("/certificates"));
        audit(page, story);
        var mine = page.locator("article.cert").first();
        var file = page.waitForDownload(() -> mine.locator("a[href$='.pdf']").click());
        assertThat(file.suggestedFilename()).isEqualTo("includ-eu-" + story.module() + ".pdf");
        assertThat(file.path()).isNotEmptyFile();
        return mine.locator("a[href*='/check']").innerText();
    }

    private void check(Page page, String number, Story story) {
        page.navigate(site("/check"));
        audit(page, story);
        page.fill("[name=number]", number.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        page.keyboard().press("Enter");
        assertThat(page.locator("article.cert[data-state=valid]")).isVisible();
        assertThat(page.locator("article.cert")).containsText(number);
        assertThat(page.content()).doesNotContain(story.official());
        audit(page, story);
    }

    private String overview(Page coordinator) {
        coordinator.navigate(site("/overview"));
        coordinator.waitForTimeout(2_500);
        return coordinator.locator("main").innerText();
    }

    private void seeTheChange(Page coordinator, String before, Story story) {
        if (story.scripts()) {
            coordinator.waitForCondition(
                    () -> !coordinator.locator("main").innerText().equals(before),
                    new Page.WaitForConditionOptions().setTimeout(10_000));
        } else {
            coordinator.waitForTimeout(2_500);
            coordinator.reload();
            assertThat(coordinator.locator("main").innerText()).isNotEqualTo(before);
        }
        audit(coordinator, story);
    }

    /** The academy has noticed by itself that the need is met; that what was learned is used, only the authority can say. */
    private void close(Page page, String need, Story story) {
        page.navigate(need);
        for (var seconds = 0; page.locator("#confirmed").count() == 0 && seconds < 15; seconds++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        audit(page, story);
        page.locator("#confirmed").check();
        page.locator("form", new Page.LocatorOptions().setHas(page.locator("#confirmed")))
                .locator("button")
                .click();
        assertThat(page.locator("main")).containsText("5 of 5");
        page.navigate(need.replaceAll("[?#].*", "") + "/closing");
        assertThat(page.locator("h1")).isVisible();
        audit(page, story);
    }

    private void audit(Page page, Story story) {
        if (story.scripts()) {
            Axe.findsNothingOn(page);
        }
    }

    private List<Item> items(Story story) {
        return Objects.requireNonNull(catalogue
                        .edition(new VersionId(story.module(), "1.0.0"), "en")
                        .block())
                .items();
    }

    private BrowserContext context(Story story) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(story.scripts())
                        .setViewportSize(1440, 900)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
