package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.LocatorAssertions;
import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/** The overview in a real browser, while things change. */
@AcademyTest
class OverviewPagesTest {

    /** More authorities than are told apart. */
    private static final int TOWNS = 60;

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private Tally tally;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void asksForTheRowsItShowsWhenMoreHaveChangedThanAreSent() {
        var region = town.authority(null, false);
        var towns = new ArrayList<>(List.of(region));
        for (var number = 0; number < TOWNS; number++) {
            towns.add(town.authority(region, false));
        }
        var coordinator = town.person(region, Role.COORDINATOR);
        try (var context = context()) {
            var page = Chromium.signedIn(context, port, coordinator.email());
            page.navigate(site("/overview?sort=name"));
            page.locator("#table [rel=next]").click();
            page.waitForURL("**/overview?*after=*");
            assertThat(page.locator("live-stream[data-live=on]")).isVisible(SOON);
            var rows = page.locator("#table tbody tr");
            var first = rows.first().getAttribute("id");
            assertThat(rows).hasCount(8);

            learn(towns);

            for (var row = 0; row < 8; row++) {
                assertThat(rows.nth(row)).containsText(today(), soon());
            }
            assertThat(rows).hasCount(8);
            assertThat(rows.first()).hasAttribute("id", first);
            assertThat(page.locator("#live-text")).containsText(towns.size() + " authorities changed");
            Axe.findsNothingOn(page);

            // one row alone is sent itself, into the table that was asked for
            learn(List.of(new Authority.Id(UUID.fromString(first.substring("body-".length())))));
            assertThat(page.locator("#" + first + "[data-changed]")).isVisible(SOON);
        }
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }

    private String today() {
        return clock.today().getDayOfMonth() + " ";
    }

    /** A lesson is learned in each of these, in one transaction. */
    private void learn(List<Authority.Id> towns) {
        var ids = towns.stream().map(Authority.Id::value).toList();
        Flux.fromIterable(towns)
                .concatMap(one -> tally.add(one, "lessons", clock.today(), 1))
                .then()
                .as(transaction::transactional)
                .contextWrite(Context.of(Scope.class, new Scope(null, ids)))
                .block();
    }

    private BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en"));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
