package eu.includeu.academy.bench.world;

import eu.includeu.academy.bench.Size;
import eu.includeu.academy.platform.JsonText;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Fills a database of the academy that was migrated and in which nobody lives yet. */
public final class World {

    /** Everybody's password. */
    public static final String PASSWORD = People.PASSWORD;

    /** The strength that the application uses itself. */
    private static final int STRENGTH = 10;

    /** How many enrolments a worker takes on at a time. */
    private static final int HANDFUL = 1_000;

    private static final String TOTALS = """
            insert into authorities.total (authority, measure, amount)
            select c.ancestor, own.measure, sum(own.amount)
              from (select authority, measure, sum(amount) as amount from authorities.figure group by 1, 2) as own
              join authorities.closure c on c.descendant = own.authority and c.valid @> current_date
             group by c.ancestor, own.measure
            """;

    /**
     * What was made.
     *
     * @param seconds each stage in its order, and how long it took
     */
    public record Made(Map<String, Double> seconds, long rows) {}

    private final Size size;
    private final long seed;
    private final LocalDate today;
    private final Callable<Target> targets;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final AtomicLong rows = new AtomicLong();

    private World(Size size, long seed, LocalDate today, Callable<Target> targets) {
        this.size = size;
        this.seed = seed;
        this.today = today;
        this.targets = targets;
    }

    /**
     * Makes the world.
     *
     * @param today the first day that is not in it
     * @param ownerUrl the database, as the owner of its tables
     */
    public static Made make(Size size, long seed, LocalDate today, String ownerUrl) throws Exception {
        var world = new World(size, seed, today, () -> new Copying(ownerUrl));
        var scaffold = Scaffold.raise(ownerUrl);
        world.write();
        world.stage("indexes", () -> scaffold.restore(ownerUrl));
        world.stage("totals", () -> execute(ownerUrl, TOTALS));
        world.stage("vacuum", () -> execute(ownerUrl, "vacuum (analyze)"));
        return new Made(world.seconds, world.rows.get());
    }

    /** Writes the world to where each of these takes it. */
    static void write(Size size, long seed, LocalDate today, Callable<Target> targets) throws Exception {
        new World(size, seed, today, targets).write();
    }

    private interface Work {
        void run() throws Exception;
    }

    private void stage(String name, Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        seconds.put(name, (System.nanoTime() - began) / 1e9);
        System.out.printf("world %s %s %.1f s%n", size, name, seconds.get(name));
    }

    private void write() throws Exception {
        var people = new People(seed, Math.max(4, size.versions() / 20));
        var bodies = Land.make(size, seed, people.trainers());
        var library = new Library[1];
        stage("tree", () -> {
            try (var target = targets.call()) {
                rows.addAndGet(Tree.write(bodies, target));
            }
        });
        stage("catalogue", () -> {
            try (var target = targets.call()) {
                library[0] = Shelf.fill(size, seed, today, people, target);
                rows.addAndGet(library[0].rows());
            }
        });
        var plan = new Plan(
                size, seed, today, bodies, people, library[0], new BCryptPasswordEncoder(STRENGTH).encode(PASSWORD));
        stage("people", () -> Crew.each(handfuls(plan), () -> new Scribe(plan, targets.call()), Scribe::write));
    }

    /** Neighbours together, so that each handful is about the same work. */
    private static List<List<Body>> handfuls(Plan plan) {
        var handfuls = new ArrayList<List<Body>>();
        var handful = new ArrayList<Body>();
        var enrolments = 0;
        for (var body : plan.bodies()) {
            handful.add(body);
            enrolments += plan.enrolments(body);
            if (enrolments >= HANDFUL) {
                handfuls.add(List.copyOf(handful));
                handful.clear();
                enrolments = 0;
            }
        }
        handfuls.add(List.copyOf(handful));
        return handfuls;
    }

    /** A worker: writes houses down, and hands the rows over. */
    private final class Scribe implements AutoCloseable {

        private final Plan plan;
        private final Target target;
        private final Book book;
        private final JsonText json = new JsonText();

        private Scribe(Plan plan, Target target) {
            this.plan = plan;
            this.target = target;
            this.book = new Book(target);
        }

        private void write(List<Body> houses) throws SQLException, IOException {
            for (var body : houses) {
                new House(plan, body, book, json).write();
            }
            book.hand();
        }

        @Override
        public void close() throws SQLException {
            rows.addAndGet(book.rows());
            target.close();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
