package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the application in the middle of a quiz, starts it again, and looks for every answer that was said to be saved. */
class SurvivalTest {

    private static final String MODULE = "working-with-interpreters";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    private int port;
    private @Nullable Process academy;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        academy = launch();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (academy != null) {
            academy.destroy();
            academy.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsEveryAnswerThatWasSaidToBeSaved() throws IOException, InterruptedException {
        var official = Visitor.signedIn(port, "official.karditsa@demo.includ-eu.example");
        var attempt = openQuiz(official);
        var saved = new HashMap<Integer, Saved>();
        var killer =
                CompletableFuture.runAsync(this::kill, CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
        for (var sequence = 1; !killer.isDone(); sequence++) {
            answer(official, attempt, sequence, saved);
        }
        assertThat(saved).isNotEmpty();

        academy = launch();
        var afterwards = official.get(attempt.address().getPath());
        assertThat(afterwards.status()).as("the session survives too").isEqualTo(200);
        saved.forEach((place, answer) -> assertThat(kept(afterwards, place))
                .as("question %d", place)
                .satisfiesAnyOf(kept -> assertThat(kept).isEqualTo(answer), kept -> assertThat(kept.sequence())
                        .isGreaterThan(answer.sequence())));
    }

    /** What was chosen, and as the how-manieth answer. */
    private record Saved(int sequence, String given) {}

    private Visitor.Page openQuiz(Visitor official) {
        var page = official.send(official.get("/modules/" + MODULE).form("form[action$=enrolments]"));
        if (page.html().selectFirst("form[action$=completion]") == null) {
            page = official.get(java.util.Objects.requireNonNull(page.html().selectFirst("main a.btn--big"))
                    .attr("href"));
        }
        while (page.html().selectFirst("form[action$=completion]") != null) {
            page = official.send(page.form("form[action$=completion]"));
        }
        return official.send(page.form("form[action$=attempts]"));
    }

    /** Chooses another option of each question of choice, round after round. */
    private static void answer(Visitor official, Visitor.Page attempt, int sequence, Map<Integer, Saved> saved) {
        var count = attempt.html().select("form.quiz").size();
        for (var place = 1; place <= count; place++) {
            var choices =
                    attempt.html().select("#q" + place + " input[type=radio]").eachAttr("value");
            if (!choices.isEmpty()) {
                var given = choices.get(sequence % choices.size());
                var form = attempt.form("#q" + place)
                        .with("key", UUID.randomUUID().toString())
                        .with("sequence", String.valueOf(sequence))
                        .with("given", given);
                if (official.acknowledged(form)) {
                    saved.put(place, new Saved(sequence, given));
                }
            }
        }
    }

    private static Saved kept(Visitor.Page page, int place) {
        var form = java.util.Objects.requireNonNull(page.html().selectFirst("#q" + place));
        return new Saved(
                Integer.parseInt(form.select("[name=sequence]").attr("value")) - 1,
                form.select("input[checked]").attr("value"));
    }

    private void kill() {
        java.util.Objects.requireNonNull(academy).destroyForcibly();
    }

    private Process launch() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath(),
                        Academy.class.getName(),
                        "--server.port=" + port,
                        "--academy.database.directory=" + directory.resolve("database"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "survival.log").toFile()))
                .start();
        awaitReadiness(process);
        return process;
    }

    /** The application as it ships, without the tests beside it. */
    private static String classpath() {
        var everything = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(everything.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReadiness(Process process) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            if (isReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("The application did not start; see target/survival.log");
    }

    private boolean isReady() {
        try {
            var health = URI.create("http://localhost:" + port + "/actuator/health/readiness");
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }
}
