package eu.includeu.academy.accounts;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Remembered;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where people are kept. */
@Repository
public class Accounts {

    /** What sign-in needs to know: who it is, and what the password is compared with. */
    record Credentials(Account.Id id, String password) {}

    /** A person as a coordinator's list names them. */
    public record Person(Account.Id id, String name, String email, Authority.Id authority) {}

    private static final String PRINCIPAL =
            "select id, email, name, language, mode, authority, roles from accounts.principal(:id)";

    private static final String CREDENTIALS = "select id, password from accounts.sign_in(:email)";

    private static final String OF_AUTHORITY = """
            select a.id, a.name, a.email, a.authority
              from accounts.account a
             where a.authority = :authority and a.suspended is null
             order by a.name, a.id
            """;

    private static final String OF_AUTHORITIES = """
            select a.id, a.name, a.email, a.authority
              from accounts.account a
             where a.authority = any (:authorities) and a.suspended is null
             order by a.name, a.id
            """;

    private static final String PERSON = "select id, name, email, authority from accounts.account where id = :id";

    private static final String SETTINGS = """
            update accounts.account set language = :language, mode = :mode, version = version + 1 where id = :id
            """;

    private final DatabaseClient db;
    private final Changes changes;
    private final Remembered<Account.Id, Account> principals;

    Accounts(DatabaseClient db, Changes changes) {
        this.db = db;
        this.changes = changes;
        this.principals = Remembered.of(100_000, Duration.ofSeconds(60), this::ask);
    }

    /** The person of a session, asked for at most once a minute on each node. */
    Mono<Account> principal(Account.Id id) {
        return principals.get(id);
    }

    void forget(String id) {
        if (id.isEmpty()) {
            principals.forgetAll();
        } else {
            principals.forget(Account.Id.of(id));
        }
    }

    /** Empty when nobody has this address: sign-in answers both cases alike. */
    Mono<Credentials> credentials(String email) {
        return db.sql(CREDENTIALS)
                .bind("email", email.strip().toLowerCase(Locale.ROOT))
                .map(row -> new Credentials(
                        new Account.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                        Objects.requireNonNull(row.get("password", String.class))))
                .one();
    }

    /** The people whose primary membership is here, by name; none that the asker may not see. */
    public Mono<List<Person>> of(Authority.Id authority) {
        return db.sql(OF_AUTHORITY)
                .bind("authority", authority.value())
                .map(Accounts::personOf)
                .all()
                .collectList();
    }

    /** The people of all these authorities, by name; none that the asker may not see. */
    public Mono<List<Person>> of(List<Authority.Id> authorities) {
        return db.sql(OF_AUTHORITIES)
                .bind(
                        "authorities",
                        authorities.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(Accounts::personOf)
                .all()
                .collectList();
    }

    /** One person, if the asker may see them; takes part in the caller's transaction. */
    public Mono<Person> person(Account.Id id) {
        return db.sql(PERSON)
                .bind("id", id.value())
                .map(Accounts::personOf)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<Void> saveSettings(Account.Id id, String language, String mode) {
        return db.sql(SETTINGS)
                .bind("id", id.value())
                .bind("language", language)
                .bind("mode", mode)
                .then()
                .then(changes.tell("account", id.toString()));
    }

    private Mono<Account> ask(Account.Id id) {
        return db.sql(PRINCIPAL)
                .bind("id", id.value())
                .map(Accounts::account)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    private static Person personOf(Readable row) {
        return new Person(
                new Account.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("email", String.class)),
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))));
    }

    private static Account account(Readable row) {
        return new Account(
                new Account.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("email", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("language", String.class)),
                Objects.requireNonNull(row.get("mode", String.class)),
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                Arrays.stream(Objects.requireNonNull(row.get("roles", String[].class)))
                        .map(Accounts::grant)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Account.Grant grant(String text) {
        var at = text.indexOf(' ');
        return new Account.Grant(
                Role.valueOf(text.substring(0, at).toUpperCase(Locale.ROOT)), Authority.Id.of(text.substring(at + 1)));
    }
}
