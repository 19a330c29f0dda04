package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import reactor.util.context.Context;

/** Authorities and people of a test's own, written past row-level security as the owner of the tables. */
public final class Town {

    private final String database;
    public final Authority.Id region = new Authority.Id(UUID.randomUUID());
    public final Authority.Id town = new Authority.Id(UUID.randomUUID());
    public final Authority.Id neighbour = new Authority.Id(UUID.randomUUID());
    public final Account regional;
    public final Account coordinator;
    public final Account stranger;
    public final List<Account.Id> officials = new ArrayList<>();

    private Town(Environment environment, int people) {
        this.database = String.valueOf(environment.getProperty("academy.database.name"));
        authority(region, "Region of Tests", "region", null);
        authority(town, "Town of Tests", "municipality", region);
        authority(neighbour, "Town next door", "municipality", region);
        regional = person(region, Role.COORDINATOR);
        coordinator = person(town, Role.COORDINATOR);
        stranger = person(neighbour, Role.COORDINATOR);
        for (var i = 1; i < people; i++) {
            officials.add(person(town, Role.OFFICIAL).id());
        }
        officials.add(coordinator.id());
    }

    /** A region, a town of so many people, and a town next door. */
    public static Town of(Environment environment, int people) {
        return new Town(environment, people);
    }

    /** Asks as this person. */
    public static Context as(Account account) {
        return Context.of(Scope.class, account.scope());
    }

    /** Asks as the work of the house does. */
    public Context asHouse() {
        return Scope.job(region.value());
    }

    private void authority(Authority.Id id, String name, String kind, Authority.@Nullable Id above) {
        owner("insert into authorities.authority (id, name, kind, country, languages) values ('" + id + "', '" + name
                + "', '" + kind + "', 'NL', '{nl,en}')");
        owner("insert into authorities.closure (ancestor, descendant, depth) values ('" + id + "', '" + id + "', 0)");
        if (above != null) {
            owner("insert into authorities.closure (ancestor, descendant, depth) values ('" + above + "', '" + id
                    + "', 1)");
        }
    }

    private Account person(Authority.Id at, Role role) {
        var id = new Account.Id(UUID.randomUUID());
        var email = id + "@test.includ-eu.example";
        var membership = UUID.randomUUID();
        owner("insert into accounts.account (id, email, password, name, authority) select '" + id + "', '" + email
                + "', password, 'Test Person " + id + "', '" + at + "' from accounts.account limit 1");
        owner("insert into accounts.membership (id, account, authority) values ('" + membership + "', '" + id + "', '"
                + at + "')");
        owner("insert into accounts.role (membership, role) values ('" + membership + "', '"
                + role.name().toLowerCase(Locale.ROOT) + "')");
        return new Account(id, email, "Test Person", "en", "system", at, Set.of(new Account.Grant(role, at)));
    }

    /** Evidence of the levels 1 to {@code level}, until a moment in SQL ({@code null} for ever). */
    public void evidence(Account.Id official, Authority.Id at, String competency, int level, String until) {
        owner("insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from,"
                + " valid_until) select '" + at + "', '" + official + "', '" + competency
                + "', level, 'prior', gen_random_uuid(), now() - interval '1 day', " + until
                + " from generate_series(1, " + level + ") as level");
    }

    public void owner(String statement) {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(database));
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(statement, failed);
        }
    }

    public long count(String query) {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(database));
                var prepared = connection.createStatement();
                var rows = prepared.executeQuery("select count(*) from " + query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }

    /** What a query gives, as text. */
    public List<List<String>> rows(String query) {
        try (var connection = DriverManager.getConnection(TestDatabase.ownerUrl(database));
                var prepared = connection.createStatement();
                var answer = prepared.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (answer.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(answer.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }
}
