package eu.includeu.academy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import eu.includeu.academy.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of the tests: the one that {@code ACADEMY_BROWSER} names, or one on the path, or, as root on Debian, one that
 * apt-get installs. Without a browser the build fails; it is never skipped.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        // what is waited for must come; how soon depends on what else the machine has to do
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    /** A tab in which this person has signed in to the academy on this port. */
    static Page signedIn(BrowserContext context, int port, String email) {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/sign-in?language=en");
        page.fill("[name=email]", email);
        page.fill("[name=password]", Visitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return configured()
                .or(Chromium::onThePath)
                .or(Chromium::installed)
                .orElseThrow(
                        () -> new IllegalStateException("No browser was found for the browser tests. Install Chromium"
                                + " or Chrome, or name one with ACADEMY_BROWSER=/path/to/chromium."));
    }

    private static Optional<Path> configured() {
        return Optional.ofNullable(System.getenv("ACADEMY_BROWSER")).map(Path::of);
    }

    private static Optional<Path> onThePath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        var root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.exists(Path.of("/etc/debian_version"))) {
            return Optional.empty();
        }
        Stream.of("apt-get update -qq", "apt-get install -y -qq --no-install-recommends chromium")
                .forEach(Chromium::run);
        return onThePath();
    }

    private static void run(String command) {
        try {
            var process = new ProcessBuilder(command.split(" ")).inheritIO().start();
            process.waitFor(10, TimeUnit.MINUTES);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(command, failed);
        }
    }
}
