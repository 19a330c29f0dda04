package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Period;
import eu.includeu.academy.demo.story.Recruiting;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.DatabaseSettings;
import eu.includeu.academy.platform.JsonText;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Loads the demo before the first request is taken, once, in one transaction, and only where nobody has an account yet.
 * This is the one class that waits for the database: nobody is there yet whom it could keep waiting.
 */
@Component
class Demo implements SmartInitializingSingleton {

    /** The password of all demo people. */
    static final String PASSWORD = "market-square-2026";

    /** Everything that is made up is made from this. */
    static final long SEED = 20_261_122;

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    /** One node loads; another that starts meanwhile waits, and then finds it done. */
    private static final String TURN = "select pg_advisory_xact_lock(hashtext('demo'))";

    private static final String IS_INHABITED = "select exists (select from accounts.account)";

    private static final String IS_OURS =
            "select exists (select from accounts.account where email = 'admin" + Recruiting.DOMAIN + "')";

    private final JdbcConnectionDetails place;
    private final PasswordEncoder passwords;
    private final Courses courses;
    private final JsonText json;
    private final boolean wanted;
    private boolean present;

    Demo(
            DatabaseSettings settings,
            JdbcConnectionDetails place,
            PasswordEncoder passwords,
            Courses courses,
            JsonText json,
            @Value("${academy.demo:}") String wanted) {
        this.place = place;
        this.passwords = passwords;
        this.courses = courses;
        this.json = json;
        this.wanted = wanted.isBlank() ? settings.isOwn() : Boolean.parseBoolean(wanted);
    }

    /** Whether the demo people are here to sign in. */
    boolean isPresent() {
        return present;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!wanted) {
            return;
        }
        try (var connection =
                DriverManager.getConnection(place.getJdbcUrl(), place.getUsername(), place.getPassword())) {
            connection.setAutoCommit(false);
            load(connection);
            present = says(connection, IS_OURS);
            connection.commit();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("The demo could not be loaded: " + failed.getMessage(), failed);
        }
    }

    private void load(Connection connection) throws SQLException, IOException {
        connection.createStatement().execute(TURN);
        if (says(connection, IS_INHABITED)) {
            return;
        }
        var began = System.nanoTime();
        var period = Period.before(today(connection));
        var staff = Recruiting.recruit(SEED, period);
        var all = courses.read();
        courses.publish(all, published(connection), staff.all(Role.TRAINER), period);
        var history = History.make(SEED, period, staff, all);
        var rows = Writing.write(SEED, history, json, passwords.encode(PASSWORD));
        for (var table : rows) {
            copy(connection, table);
        }
        new Gathering(connection, SEED).play(today(connection));
        log.info(
                "Loaded the demo: {} rows in {} ms",
                rows.stream().mapToInt(table -> table.lines().size()).sum(),
                (System.nanoTime() - began) / 1_000_000);
    }

    private static void copy(Connection connection, Rows table) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(table.copyStatement(), new StringReader(table.copyText()));
    }

    private static Set<String> published(Connection connection) throws SQLException {
        var modules = new HashSet<String>();
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select module from catalogue.version")) {
            while (answer.next()) {
                modules.add(answer.getString(1));
            }
        }
        return modules;
    }

    private static LocalDate today(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select (now() at time zone '" + Clock.ZONE + "')::date")) {
            answer.next();
            return answer.getObject(1, LocalDate.class);
        }
    }

    private static boolean says(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
