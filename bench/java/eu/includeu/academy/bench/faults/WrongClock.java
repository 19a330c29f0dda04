package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.HaProxy;
import eu.includeu.academy.bench.faults.scene.Pile;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clock of one of two nodes is ten minutes fast. Both serve the same officials, and everything is dated by the
 * database: the moment of each answer, paper, completion and certificate is compared with that of its commit.
 */
final class WrongClock implements Drill {

    private static final int PAPERS_EACH = 60;
    private static final int PASSED = 4;
    private static final int WANTED = 1_000;
    private static final int FAST = 600;

    /** Between the moment that is written and its commit lies a request, on a busy machine some seconds. */
    private static final double ALLOWED = 5;

    private static final Path FOLDERS = Path.of("/usr/lib");
    private static final Pattern STARTED = Pattern.compile("(?m)^process_start_time_seconds(?:\\{.*})? ([0-9.E]+)$");

    private static final String OFF = """
            select coalesce(max(abs(extract(epoch from written - pg_xact_commit_timestamp(id)))), -1)
              from (select saved as written, xmin as id from assessment.answer
                    union all select submitted, xmin from assessment.attempt where state = 'graded'
                    union all select completed, xmin from progress.completion
                    union all select issued, xmin from certificates.certificate) everything
             where pg_xact_commit_timestamp(id) is not null
            """;

    @Override
    public String name() {
        return "wrong-clock";
    }

    @Override
    public Optional<String> lacks() {
        return HaProxy.lacking()
                .or(() -> library().isPresent()
                        ? Optional.empty()
                        : Optional.of("the clock of a program cannot be set: apt-get install faketime"));
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (Math.abs(drilled.other("clock ahead by") - FAST) > FAST / 10.0) {
            return Optional.of("the node's clock was not wrong: " + drilled.others());
        }
        if (drilled.other("most seconds off") < 0 || drilled.other("most seconds off") > ALLOWED) {
            return Optional.of("something is dated by a node's clock: " + drilled.others());
        }
        return Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of("track_commit_timestamp", "on"))) {
            var sitters = Pile.of(PAPERS_EACH, PASSED, stage.sitters(), server);
            var before = Instant.now();
            try (var right = Node.with(server.settingsOfNode());
                    var fast = Node.by(
                            tenMinutesFast(),
                            server.settingsOfNode("--management.endpoints.web.exposure.include=health,prometheus"));
                    var proxy = HaProxy.before(right, fast)) {
                var began = System.nanoTime();
                var crowd = Crowd.handingIn(proxy.site(), sitters, Duration.ofMillis(20));
                try (crowd) {
                    crowd.awaitPapers(WANTED);
                }
                return Drilled.of(
                        name(),
                        crowd.ledger(),
                        server,
                        began,
                        Map.of(
                                "clock ahead by",
                                started(fast) - before.getEpochSecond(),
                                "most seconds off",
                                server.number(OFF)));
            }
        }
    }

    /** When the node believes that it was started. */
    private static double started(Node node) {
        var figures = Visitor.at(node.port()).look("/actuator/prometheus", Duration.ofSeconds(10));
        var started = STARTED.matcher(figures.text());
        if (!started.find()) {
            throw new AssertionError("The node does not say when it was started: " + figures.status());
        }
        return Double.parseDouble(started.group(1));
    }

    /** Only what the clock on the wall shows; what measures durations stays. */
    private static List<String> tenMinutesFast() {
        return List.of(
                "env",
                "LD_PRELOAD=" + library().orElseThrow(),
                "FAKETIME=+" + FAST + "s",
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                // or waits end at once
                "FAKETIME_FORCE_MONOTONIC_FIX=0");
    }

    private static Optional<Path> library() {
        try (var found = Files.find(FOLDERS, 3, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return found.findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
