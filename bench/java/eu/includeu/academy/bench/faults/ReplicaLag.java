package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Pile;
import eu.includeu.academy.bench.faults.scene.PostgreSql;
import eu.includeu.academy.bench.faults.scene.Readers;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The replica that visitors read from follows half a minute late for a while. Officials hand in paper after paper and read
 * at once how it went; visitors search the library. Nobody may notice, and the replica is used again once it is near.
 */
final class ReplicaLag implements Drill {

    private static final int PAPERS_EACH = 100;
    private static final int PASSED = 10;
    private static final int BEFORE = 200;
    private static final int LATE = 30;
    private static final long LATE_FOR = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Whether visitors' searches of the library were put to this server in the last second. */
    private static final String ASKED = """
            select count(*) from pg_stat_activity
             where usename = 'academy_runtime' and query like '%to_tsquery(''simple''%'
               and query_start > clock_timestamp() - interval '1 second'
            """;

    private static final String SECONDS_LATE =
            "select coalesce(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()), 0)";

    @Override
    public String name() {
        return "replica-lag";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("visitors' pages failed while late") + drilled.other("failed first tries while late") > 0) {
            return Optional.of("somebody noticed: " + drilled.others());
        }
        return drilled.other("seconds late") < LATE_FOR / 2.0 || drilled.other("asked while late") > 0
                ? Optional.of("the replica was not late, or asked nevertheless: " + drilled.others())
                : Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of());
                var replica = stage.replica(name(), server)) {
            var sitters = Pile.of(PAPERS_EACH, PASSED, stage.sitters(), server);
            try (var node = Node.with(server.settingsOfNode(
                            "--academy.database.replica.host=127.0.0.1",
                            "--academy.database.replica.port=" + replica.port()));
                    var visitors = Readers.strangers(
                            node.site(),
                            2,
                            Duration.ofMillis(100),
                            turn -> "/library?q=" + UUID.randomUUID().toString().substring(0, 8))) {
                awaitUse(replica);
                var crowd = Crowd.handingIn(node.site(), sitters, Duration.ofMillis(200));
                int failed;
                int unseen;
                double late;
                double askedWhileLate;
                double usedAgain;
                long mended;
                try (crowd) {
                    crowd.awaitPapers(BEFORE);
                    failed = crowd.ledger().failedFirstTries();
                    unseen = visitors.failed();
                    replica.follow(LATE);
                    TimeUnit.SECONDS.sleep(LATE_FOR);
                    late = replica.number(SECONDS_LATE);
                    askedWhileLate = replica.number(ASKED);
                    replica.follow(0);
                    mended = System.nanoTime();
                    usedAgain = awaitUse(replica);
                    crowd.awaitAnswerAfter(System.nanoTime());
                    failed = crowd.ledger().failedFirstTries() - failed;
                    unseen = visitors.failed() - unseen;
                }
                return Drilled.of(
                        name(),
                        crowd.ledger(),
                        server,
                        mended,
                        Map.of(
                                "seconds late",
                                late,
                                "asked while late",
                                askedWhileLate,
                                "replica used again after",
                                usedAgain,
                                "visitors' pages",
                                (double) visitors.told("200"),
                                "visitors' pages failed while late",
                                (double) unseen,
                                "failed first tries while late",
                                (double) failed,
                                "slowest page of a visitor",
                                visitors.slowest()));
            }
        }
    }

    private static double awaitUse(PostgreSql replica) throws SQLException {
        var began = System.nanoTime();
        while (replica.number(ASKED) == 0) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("Visitors' questions do not go to the replica");
            }
            Crowd.sleep(Duration.ofMillis(100));
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
