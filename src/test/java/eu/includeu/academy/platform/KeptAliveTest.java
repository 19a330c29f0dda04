package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A kept-alive connection is read to its end, however quickly one request follows the other (decision 8). */
@AcademyTest
class KeptAliveTest {

    private static final List<String> PAGES =
            List.of("/library", "/account", "/certificates", "/privacy", "/overview", "/needs", "/reviews");

    private static final List<String> PEOPLE =
            List.of("official.karditsa", "coordinator.karditsa", "coordinator.thessaly", "trainer.el", "admin");

    private static final int VISITORS = 10;
    private static final int REQUESTS = 120;

    @LocalServerPort
    private int port;

    @Test
    void answersEveryRequestOfManyWhoAskAtOnce() {
        var visits = IntStream.range(0, VISITORS)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> visit(number), task -> new Thread(task).start()))
                .toList();
        assertThat(visits.stream().mapToInt(CompletableFuture::join)).containsOnly(REQUESTS);
    }

    /** How many answers came; a request that stays without one is an error after ten seconds. */
    private int visit(int number) {
        var random = new Random(number);
        var visitor = Visitor.signedIn(port, PEOPLE.get(number % PEOPLE.size()) + "@demo.includ-eu.example");
        return (int) IntStream.range(0, REQUESTS)
                .mapToObj(n -> visitor.get(PAGES.get(random.nextInt(PAGES.size()))))
                .filter(page -> page.status() == 200 || page.status() == 403)
                .count();
    }
}
