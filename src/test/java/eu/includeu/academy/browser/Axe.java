package eu.includeu.academy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Asks axe about a page in both lights and at both widths: nothing may be found. */
final class Axe {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Fonts are there and the page is laid out with them: axe measures boxes that no longer move. */
    private static final String SETTLED = """
            () => document.fonts.ready.then(() => new Promise(done =>
                requestAnimationFrame(() => requestAnimationFrame(done))))
            """;

    private Axe() {}

    static void findsNothingOn(Page page) {
        var before = page.viewportSize();
        for (var light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1440, 390)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
                page.setViewportSize(width, 900);
                page.evaluate(SETTLED);
                var found = new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations();
                assertThat(found.stream()
                                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .limit(3)
                                                .toList()))
                        .as("%s, %s, %d px", page.url(), light, width)
                        .isEmpty();
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                        .as("%s scrolls sideways at %d px", page.url(), width)
                        .isLessThanOrEqualTo(width);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }
}
