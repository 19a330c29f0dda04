package eu.includeu.academy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A gate of 24 places with room for 8 to wait, before a table that somebody else keeps locked. */
@AcademyTest
@TestPropertySource(properties = {"academy.gate.places=24", "academy.gate.waiting=8", "academy.gate.patience=400ms"})
class GateTest {

    private static final int PLACES = 24;

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    private Connection lock;
    private Visitor official;

    @BeforeEach
    void lock() throws SQLException {
        official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        Visitor.at(port).get("/library");
        lock = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
        lock.setAutoCommit(false);
        lock.createStatement().execute("lock table certificates.certificate in access exclusive mode");
    }

    @AfterEach
    void unlock() throws SQLException {
        lock.close();
    }

    @Test
    void turnsAwayWhoFindsNoPlaceAndServesWhoWasLetIn() throws SQLException {
        var hanging = asking(PLACES, "/certificates");
        var away = asking(12, "/privacy").stream().map(CompletableFuture::join).toList();
        assertThat(away).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.headers().get("retry-after")).containsExactly("5");
            assertThat(page.html().select("h1").text()).isNotEmpty();
        });

        assertThat(Visitor.at(port).get("/privacy").status())
                .as("a page from memory, for a visitor, while all places of others are taken")
                .isEqualTo(200);

        lock.rollback();
        // those beyond the pool of connections were told so after three seconds; nobody else was
        assertThat(hanging.stream().map(CompletableFuture::join).map(Visitor.Page::status))
                .hasSize(PLACES)
                .contains(200)
                .isSubsetOf(200, 503);
        assertThat(official.get("/certificates").status()).isEqualTo(200);
    }

    @Test
    void servesWhatIsRememberedWhileEveryConnectionWaits() throws SQLException {
        var hanging = asking(PLACES - 4, "/certificates");
        assertThat(List.of("/", "/privacy", "/library", "/accessibility"))
                .allSatisfy(
                        page -> assertThat(Visitor.at(port).get(page).status()).isEqualTo(200));
        lock.rollback();
        hanging.forEach(CompletableFuture::join);
    }

    private List<CompletableFuture<Visitor.Page>> asking(int times, String path) {
        Supplier<Visitor.Page> asked = () -> official.get(path);
        var all = IntStream.range(0, times)
                .mapToObj(n -> CompletableFuture.supplyAsync(asked, task -> new Thread(task).start()))
                .toList();
        settle();
        return all;
    }

    /** Until those who asked have found their places. */
    private static void settle() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
