package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Node;
import eu.includeu.academy.bench.faults.scene.Crowd;
import eu.includeu.academy.bench.faults.scene.Pile;
import eu.includeu.academy.bench.faults.scene.PostgreSql;
import eu.includeu.academy.bench.faults.scene.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The node that adds the figures up is killed while it does. Either in mid-fold: notes are taken, own figures added, sums
 * not yet. Or between send and mark: everything is added and the message to the nodes handed over, but nothing is
 * committed, and the line to the database dies with the node. Afterwards the counters equal the records, and nobody was
 * told of figures that are not there.
 */
record FolderKilled(boolean betweenSendAndMark) implements Drill {

    private static final int PAPERS_EACH = 100;
    private static final int PASSED = 2;
    private static final int BEFORE = 200;
    private static final int AFTER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is noted is kept a second time, and what was there before; the second folder waits in its commit. */
    private static final String[] PREPARE = {
        "create table drill.noted as select authority, measure, day, amount from authorities.delta",
        """
        create function drill.note() returns trigger language plpgsql security definer as $$
        begin
            insert into drill.noted values (new.authority, new.measure, new.day, new.amount);
            return null;
        end $$
        """,
        "create trigger note after insert on authorities.delta for each row execute function drill.note()",
        "create table drill.figure as select authority, measure, day, amount from authorities.figure",
        "create table drill.total as select authority, measure, amount from authorities.total",
        """
        create function drill.hold() returns trigger language plpgsql security definer as $$
        begin
            perform pg_advisory_xact_lock_shared(4711);
            return null;
        end $$
        """,
        """
        create constraint trigger hold after delete on authorities.delta
            deferrable initially deferred for each row execute function drill.hold()
        """
    };

    private static final String WRONG_FIGURES = """
            select count(*) from (
                select authority, measure, day from (
                    select authority, measure, day, amount from authorities.figure
                    union all select authority, measure, day, -amount from drill.figure
                    union all select authority, measure, day, -amount from drill.noted) everything
                 group by authority, measure, day having sum(amount) <> 0) wrong
            """;

    private static final String WRONG_TOTALS = """
            select count(*) from (
                select authority, measure from (
                    select authority, measure, amount from authorities.total
                    union all select authority, measure, -amount from drill.total
                    union all select closure.ancestor, noted.measure, -noted.amount
                                from drill.noted
                                join authorities.closure on closure.descendant = noted.authority
                                 and closure.valid @> current_date) everything
                 group by authority, measure having sum(amount) <> 0) wrong
            """;

    /** Completions that are recorded and count, against what the figures have grown by. */
    private static final String UNCOUNTED_COMPLETIONS = """
            select (select count(*) from progress.completion
                     where module like 'drill-%' and review in ('none', 'confirmed'))
                   - (select coalesce(sum(amount), 0) from authorities.figure where measure = 'completed')
                   + (select coalesce(sum(amount), 0) from drill.figure where measure = 'completed')
            """;

    private static final String WAITING = """
            from pg_stat_activity
             where usename = 'academy_runtime' and state = 'active' and wait_event_type = 'Lock'
               and (query like '%%authorities.folding%%') = %s and wait_event %s 'advisory'
            """;

    private static final String NOTES = "select count(*) from authorities.delta";

    @Override
    public String name() {
        return betweenSendAndMark ? "outbox-killed" : "folder-killed";
    }

    @Override
    public Optional<String> wrong(Drilled drilled) {
        if (drilled.other("notes in its hands") == 0 || drilled.other("completed") == 0) {
            return Optional.of("there was nothing to add up: " + drilled.others());
        }
        if (drilled.other("told too early") > 0) {
            return Optional.of("nodes were told of figures that nobody had committed: " + drilled.others());
        }
        var wrong = drilled.other("wrong figures")
                + drilled.other("wrong totals")
                + Math.abs(drilled.other("uncounted completions"));
        return wrong > 0
                ? Optional.of("counters do not equal the records: " + drilled.others())
                : Drill.super.wrong(drilled);
    }

    @Override
    public Drilled run(Stage stage) throws Exception {
        try (var server = stage.server(name(), Map.of())) {
            var sitters = Pile.of(PAPERS_EACH, PASSED, stage.sitters(), server);
            server.execute(PREPARE);
            try (var node = Node.with(server.settingsOfNode())) {
                var crowd = Crowd.handingIn(node.site(), sitters, Duration.ofMillis(10));
                Killed killed;
                long started;
                try (crowd) {
                    crowd.awaitPapers(BEFORE);
                    killed = killInTheMiddle(server, node);
                    started = System.nanoTime();
                    node.startAgain();
                    crowd.awaitPapers(AFTER);
                }
                var caughtUp = awaitNone(server);
                return Drilled.of(
                        name(),
                        crowd.ledger(),
                        server,
                        started,
                        Map.of(
                                "notes in its hands", killed.notes(),
                                "told too early", killed.told(),
                                "caught up after", caughtUp,
                                "wrong figures", server.number(WRONG_FIGURES),
                                "wrong totals", server.number(WRONG_TOTALS),
                                "uncounted completions", server.number(UNCOUNTED_COMPLETIONS)));
            }
        }
    }

    /**
     * What was seen while the folder was held.
     *
     * @param notes that it had taken
     * @param told messages about figures that came nevertheless
     */
    private record Killed(double notes, double told) {}

    private Killed killInTheMiddle(PostgreSql server, Node node) throws SQLException, InterruptedException {
        try (var holder = server.connect();
                var listener = server.connect()) {
            hold(holder);
            await(server, "select count(*) " + waiting());
            listener.createStatement().execute("listen academy");
            TimeUnit.MILLISECONDS.sleep(500);
            var notes = server.number(NOTES);
            node.kill();
            if (betweenSendAndMark) {
                // the commit is under way: with the node's machine its line is gone
                server.number("select count(pg_terminate_backend(pid)) " + waiting());
            }
            TimeUnit.SECONDS.sleep(1);
            holder.rollback();
            TimeUnit.SECONDS.sleep(1);
            var told = listener.unwrap(PGConnection.class).getNotifications(200);
            var early = 0;
            for (var notice : told == null ? new PGNotification[0] : told) {
                early += notice.getParameter().startsWith("figures") ? 1 : 0;
            }
            return new Killed(notes, early);
        }
    }

    private void hold(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        holder.createStatement()
                .execute(
                        betweenSendAndMark
                                ? "select pg_advisory_xact_lock(4711)"
                                : "select from authorities.total for update");
    }

    private String waiting() {
        return WAITING.formatted(!betweenSendAndMark, betweenSendAndMark ? "=" : "<>");
    }

    private static void await(PostgreSql server, String question) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (server.number(question) == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nobody adds figures up");
            }
            Crowd.sleep(Duration.ofMillis(20));
        }
    }

    private static double awaitNone(PostgreSql server) throws SQLException {
        var began = System.nanoTime();
        while (server.number(NOTES) > 0) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("Figures are not added up any more");
            }
            Crowd.sleep(Duration.ofMillis(50));
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
