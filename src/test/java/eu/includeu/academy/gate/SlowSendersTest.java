package eu.includeu.academy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A hundred connections that send a byte now and then, before a gate of eight places. */
@AcademyTest
@TestPropertySource(
        properties = {
            "academy.gate.places=8",
            "academy.gate.visitors=8",
            "academy.gate.waiting=4",
            "academy.gate.patience=300ms",
            "academy.gate.head=7s",
            "academy.gate.body=7s"
        })
class SlowSendersTest {

    private static final int MANY = 100;
    private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    private static final String FORM = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\nemail=";
    private static final String CHUNKED = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<Socket> slow = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeEach
    void everythingWasUsedOnce() {
        assertThat(Visitor.at(port).get("/library").status()).isEqualTo(200);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var connection : slow) {
            connection.close();
        }
    }

    @Test
    void keepNobodyElseWaitingWithSlowHeads() throws IOException, InterruptedException {
        open(HEAD);
        serveOthersWhileTheyDrip("X-Slow: 1\r\n");
        assertThat(closed("X-Slow: 1\r\n")).isEqualTo(MANY);
    }

    @Test
    void keepNobodyElseWaitingWithSlowBodies() throws IOException, InterruptedException {
        open(FORM);
        serveOthersWhileTheyDrip("a");
        assertThat(closed("a")).isEqualTo(MANY);
    }

    @Test
    void keepNobodyElseWaitingWithSlowChunks() throws IOException, InterruptedException {
        open(CHUNKED);
        serveOthersWhileTheyDrip("1\r\na\r\n");
        assertThat(closed("1\r\na\r\n")).isEqualTo(MANY);
    }

    /** Whoever keeps a connection and sends whole requests, with pauses, is no slow sender. */
    @Test
    void areNotTakenForPeopleWhoRead() throws InterruptedException {
        var reader = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        for (int pages = 0; pages < 3; pages++) {
            TimeUnit.SECONDS.sleep(pages * 2L);
            assertThat(reader.get("/").status()).isEqualTo(200);
        }
    }

    private void open(String beginning) throws IOException {
        for (int number = 0; number < MANY; number++) {
            var connection = new Socket("localhost", port);
            connection.setSoTimeout(1);
            connection.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            slow.add(connection);
        }
    }

    private void serveOthersWhileTheyDrip(String drop) throws InterruptedException {
        for (int times = 0; times < 10; times++) {
            slow.forEach(connection -> isClosed(connection, drop));
            assertThat(Visitor.at(port).get("/library").status()).isEqualTo(200);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** How many connections the server has closed, a few seconds after its patience ended. */
    private long closed(String drop) throws InterruptedException {
        var end = Instant.now().plusSeconds(20);
        while (slow.stream().filter(connection -> isClosed(connection, drop)).count() < MANY
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return slow.stream().filter(connection -> isClosed(connection, drop)).count();
    }

    private static boolean isClosed(Socket connection, String drop) {
        try {
            connection.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
            while (connection.getInputStream().read() >= 0) {
                // an answer such as 408 comes before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }
}
