package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.Notes;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Running;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.load.Load;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What row-level security costs a lesson: the same node and the same people, in turns with the policies of all tables and
 * without any. The turns of a round change their order, so that what grows warm meanwhile helps both alike.
 */
public final class PoliciesPart implements Part {

    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 4 * Integer.getInteger("rounds", 3);
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("warm", 60));
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("turn", 4));

    /** Plans of statements that are known already are made anew after a switch. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private static final String TABLES =
            "select distinct format('%I.%I', schemaname, tablename) from pg_policies order by 1";

    /** One turn: processor time for each page, and pages a second. */
    private record Turn(double node, double database, double perSecond) {

        double both() {
            return node + database;
        }
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        try (var node = Running.start(size, List.of("--academy.gate.places=128"));
                var load = new Load(node.port())) {
            var policies = new Policies(node.owner());
            policies.on();
            try {
                var lesson = new Routes(new Crowd(node.owner()), CONNECTIONS).lesson();
                load.flatOut(lesson.walks(), WARM);
                var notes = new Notes();
                for (var round = 0; round < ROUNDS; round++) {
                    note(round(round % 2 == 0, policies, () -> turn(lesson, load, node)), notes);
                }
                results.keep(name(), size, notes.figures());
            } finally {
                policies.on();
            }
        }
    }

    private interface Asking {
        Turn turn() throws IOException, InterruptedException;
    }

    /** The turn with the policies, then the one without, whichever came first. */
    private static List<Turn> round(boolean withFirst, Policies policies, Asking asking)
            throws IOException, InterruptedException, SQLException {
        if (withFirst) {
            policies.on();
            var with = asking.turn();
            policies.off();
            return List.of(with, asking.turn());
        }
        policies.off();
        var without = asking.turn();
        policies.on();
        return List.of(asking.turn(), without);
    }

    private static Turn turn(Route lesson, Load load, Running node) throws IOException, InterruptedException {
        load.flatOut(lesson.walks(), SETTLING);
        var spent = node.spent();
        var measured = load.flatOut(lesson.walks(), TURN).allRight("a lesson");
        var pages = measured.perSecond() * TURN.toSeconds();
        return new Turn(spent.byNode() / pages, spent.byDatabase() / pages, measured.perSecond());
    }

    private static void note(List<Turn> round, Notes notes) {
        var with = round.get(0);
        var without = round.get(1);
        notes.add("share", "ratio", 1 - without.both() / with.both());
        notes.add("share by rate", "ratio", 1 - with.perSecond() / without.perSecond());
        notes.add("with node", "ms of processor", with.node());
        notes.add("with database", "ms of processor", with.database());
        notes.add("without node", "ms of processor", without.node());
        notes.add("without database", "ms of processor", without.database());
    }

    /** All policies at once. A run that was killed in between left them off: then the next one puts them on again. */
    private record Policies(Connection owner, List<String> tables) {

        Policies(Connection owner) throws SQLException {
            this(owner, tables(owner));
        }

        void on() throws SQLException {
            each("enable");
        }

        void off() throws SQLException {
            each("disable");
        }

        private void each(String change) throws SQLException {
            try (var statement = owner.createStatement()) {
                for (var table : tables) {
                    statement.execute("alter table " + table + " " + change + " row level security");
                }
            }
        }

        private static List<String> tables(Connection owner) throws SQLException {
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery(TABLES)) {
                var tables = new ArrayList<String>();
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
                return List.copyOf(tables);
            }
        }
    }
}
