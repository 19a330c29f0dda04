package eu.includeu.academy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Knowing who asks. */
@AcademyTest
class SignedInTest {

    private static final int VISITORS = 40;
    private static final int REQUESTS = 25;

    @Autowired
    private DatabaseSettings settings;

    @LocalServerPort
    private int port;

    /** As after the database was away: everybody's rights are read anew, and more people ask than there are connections. */
    @Test
    void needsNoSecondConnectionForAPageThatHoldsOne() {
        var official = Visitor.signedIn(port, "official.maribor@demo.includ-eu.example");
        var over = new AtomicBoolean();
        var forgetting = CompletableFuture.runAsync(() -> forgetEverybody(over), task -> new Thread(task).start());
        var visits = IntStream.range(0, VISITORS)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> visit(official), task -> new Thread(task).start()))
                .toList();
        assertThat(visits.stream().mapToInt(CompletableFuture::join)).containsOnly(REQUESTS);
        over.set(true);
        forgetting.join();
    }

    private static int visit(Visitor official) {
        return (int) IntStream.range(0, REQUESTS)
                .filter(n -> official.get("/certificates").status() == 200)
                .count();
    }

    /** Tells the node, again and again, that anybody's rights may have changed. */
    private void forgetEverybody(AtomicBoolean over) {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(settings.name()));
                var statement = connection.createStatement()) {
            while (!over.get()) {
                statement.execute("notify academy, 'account:'");
                Thread.sleep(2);
            }
        } catch (SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
