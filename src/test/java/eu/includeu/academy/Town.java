package eu.includeu.academy;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authoring.Publishing;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.platform.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Builds public bodies with people of their own for a test, so that no test sees what another one did. */
@Component
public class Town {

    private static final String PASSWORD = new BCryptPasswordEncoder(4).encode(Visitor.PASSWORD);

    private final String url;
    private final Publishing publishing;
    private final Catalogue catalogue;
    private @Nullable Account trainer;

    Town(Environment environment, Publishing publishing, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.url = TestDatabase.ownerUrl(Objects.requireNonNull(environment.getProperty("academy.database.name")));
        this.publishing = publishing;
    }

    /** A public body in the tree: below another one, or beside all others. */
    public Authority.Id authority(Authority.@Nullable Id parent, boolean reviews) {
        var id = UUID.randomUUID();
        change("""
                insert into authorities.authority (id, name, kind, country, languages, review_required)
                values (?, 'Town of ' || ?, 'municipality', 'EL', '{en,el}', ?)
                """, id, id.toString().substring(0, 8), reviews);
        change("insert into authorities.closure (ancestor, descendant, depth) values (?, ?, 0)", id, id);
        if (parent != null) {
            change("""
                    insert into authorities.closure (ancestor, descendant, depth)
                    select ancestor, ?, depth + 1 from authorities.closure where descendant = ?
                    """, id, parent.value());
        }
        return new Authority.Id(id);
    }

    /** A person with a role at an authority. */
    public Account person(Authority.Id authority, Role... roles) {
        var id = UUID.randomUUID();
        var email = id + "@town.example";
        change(
                "insert into accounts.account (id, email, password, name, language, authority) values (?, ?, ?, ?, 'en', ?)",
                id,
                email,
                PASSWORD,
                "Person " + id.toString().substring(0, 8),
                authority.value());
        var membership = UUID.randomUUID();
        change(
                "insert into accounts.membership (id, account, authority) values (?, ?, ?)",
                membership,
                id,
                authority.value());
        var grants = new ArrayList<Account.Grant>();
        for (var role : roles) {
            change(
                    "insert into accounts.role (membership, role) values (?, ?)",
                    membership,
                    role.name().toLowerCase(java.util.Locale.ROOT));
            grants.add(new Account.Grant(role, authority));
        }
        return new Account(
                new Account.Id(id),
                email,
                "Person " + id.toString().substring(0, 8),
                "en",
                "system",
                authority,
                Set.copyOf(grants));
    }

    /** Publishes a module from its texts, and waits until the library has heard of it. */
    public VersionId publish(String... texts) {
        var author = trainer();
        var version = answer(author, publishing.publish(List.of(texts), author.id(), author.name(), "Another Trainer"));
        catalogue
                .offer(version.module(), "en")
                .filter(offer -> offer.id().equals(version))
                .switchIfEmpty(Mono.error(() -> new Missing(version)))
                .retryWhen(Retry.fixedDelay(100, Duration.ofMillis(100)))
                .block(Duration.ofSeconds(20));
        return version;
    }

    private synchronized Account trainer() {
        if (trainer == null) {
            trainer = person(authority(null, false), Role.TRAINER);
        }
        return trainer;
    }

    /** Asks as somebody, with that person's reach on every transaction. */
    public static <T> Mono<T> as(Account person, Mono<T> question) {
        return question.contextWrite(context -> context.put(Scope.class, person.scope()));
    }

    /** What an activity answers to somebody. */
    public static <T> T answer(Account person, Mono<T> question) {
        return Objects.requireNonNull(as(person, question).block(Duration.ofSeconds(20)));
    }

    /** A number that is really in the database, whoever may see it. */
    public long count(String sql, @Nullable Object... values) {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A text that is really in the database, whoever may see it. */
    public String text(String sql, @Nullable Object... values) {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Changes what is in the database, past the application. */
    public int change(String sql, @Nullable Object... values) {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }
}
