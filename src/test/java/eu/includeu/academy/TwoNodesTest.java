package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the academy on one database are one academy. */
class TwoNodesTest {

    private static final String OFFICIAL = "official.karditsa@demo.includ-eu.example";
    private static final String COORDINATOR = "coordinator.karditsa@demo.includ-eu.example";

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    @TempDir
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Node one;

    @SuppressWarnings("NullAway.Init")
    private static Node two;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        one = Node.start(directory);
        two = Node.beside(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        two.close();
        one.close();
    }

    @Test
    void whoSignedInOnOneIsKnownToTheOther() {
        var official = Visitor.signedIn(one.port(), OFFICIAL);
        assertThat(official.get(two.site() + "/account").html().text()).contains(OFFICIAL);
    }

    @Test
    void signingOutOnOneEndsTheSessionOnBoth() {
        var official = Visitor.signedIn(one.port(), OFFICIAL);
        assertThat(isKnown(official, one)).isTrue();
        official.send(official.get(two.site() + "/account").form("form[action*=sign-out]"));
        assertThat(comesTrue(() -> !isKnown(official, one) && !isKnown(official, two)))
                .isTrue();
    }

    @Test
    void whatHappensOnOneIsSeenLiveOnTheOtherAndCountedOnce() throws IOException, SQLException {
        var watcher = Visitor.signedIn(two.port(), COORDINATOR);
        var before = enrolled();
        try (var lines = watcher.lines("/overview/changes")) {
            var change = CompletableFuture.supplyAsync(
                    () -> lines.filter(line -> line.contains("hx-partial")).findFirst());

            enrol(Visitor.signedIn(one.port(), OFFICIAL));
            enrol(Visitor.signedIn(two.port(), COORDINATOR));

            assertThat(change.orTimeout(10, TimeUnit.SECONDS).join()).isPresent();
        }
        assertThat(comesTrue(() -> notes() == 0)).isTrue();
        assertThat(enrolled()).isEqualTo(before + 2);
    }

    @Test
    void whatIsSetOnOneHoldsOnTheOther() {
        var official = Visitor.signedIn(one.port(), OFFICIAL);
        var language = official.send(
                official.get("/account").form("form[action*=account]").with("language", "el"));
        assertThat(language.status()).isEqualTo(200);
        assertThat(comesTrue(() -> official.get(two.site() + "/account")
                        .html()
                        .select("html")
                        .attr("lang")
                        .equals("el")))
                .isTrue();
    }

    private static boolean isKnown(Visitor visitor, Node node) {
        return visitor.get(node.site() + "/account").address().getPath().equals("/account");
    }

    /** Enrols in the first module of the library that still takes this person. */
    private static void enrol(Visitor visitor) {
        var modules = visitor.get("/library").html().select("main a[href*=/modules/]");
        for (var link : modules) {
            var page = visitor.get(link.attr("href").replaceAll("\\?.*", ""));
            if (page.html().selectFirst("form[action$=enrolments]") != null) {
                visitor.send(page.form("form[action$=enrolments]"));
                return;
            }
        }
        throw new AssertionError("Enrolled in everything already");
    }

    private static boolean comesTrue(BooleanSupplier wanted) {
        var end = Instant.now().plus(A_MOMENT);
        while (!wanted.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
        }
        return true;
    }

    /** How many enrolments are counted below all roots. */
    private static long enrolled() throws IOException, SQLException {
        return number("select coalesce(sum(amount), 0) from authorities.figure where measure = 'enrolled'");
    }

    /** How many changes are still to be added up. */
    private static long notes() {
        try {
            return number("select count(*) from authorities.delta");
        } catch (IOException | SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static long number(String question) throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + Node.databasePort(directory) + "/academy";
        try (var connection = DriverManager.getConnection(url, "academy_owner", "academy");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
