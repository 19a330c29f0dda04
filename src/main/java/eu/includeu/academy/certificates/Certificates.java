package eu.includeu.academy.certificates;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where certificates are kept, and the directory from their numbers to them. */
@Repository
class Certificates {

    /** Once for a person, a module and a MAJOR version: a second one is not written. */
    private static final String SAVE = """
            insert into certificates.certificate
                   (authority, id, number, official, completion, module, major, contents, issued, valid_until)
            values (:authority, :id, :number, :official, :completion, :module, :major, :contents, :issued, :until)
            on conflict do nothing
            """;

    private static final String ENTER = """
            insert into certificates.directory (number, authority, certificate) values (:number, :authority, :id)
            """;

    private static final String COLUMNS =
            "select authority, id, number, official, completion, module, major, contents, issued, valid_until"
                    + " from certificates.certificate ";

    private static final String FIND = COLUMNS + "where id = :id and official = :official";

    private static final String MINE =
            COLUMNS + "where official = :official and state = 'issued' order by issued desc, id";

    private static final String OF_COMPLETION = COLUMNS + "where completion = :completion and official = :official";

    private static final String COUNT = "select count(*) from certificates.certificate where official = :official";

    private static final String CHECK =
            "select state, contents, issued, valid_until from certificates.check_number(:number)";

    private final DatabaseClient db;
    private final JsonText json;

    Certificates(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** Whether it was written: false when the person has one already. */
    Mono<Boolean> save(Certificate certificate) {
        return db.sql(SAVE)
                .bind("authority", certificate.authority().value())
                .bind("id", certificate.id().value())
                .bind("number", certificate.number().toString())
                .bind("official", certificate.official().value())
                .bind("completion", certificate.completion())
                .bind("module", certificate.module())
                .bind("major", certificate.major())
                .bind("contents", json.write(certificate.contents()))
                .bind("issued", certificate.issued().atOffset(ZoneOffset.UTC))
                .bind("until", Parameter.fromOrEmpty(utc(certificate.validUntil()), OffsetDateTime.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> enter(Certificate certificate) {
        return db.sql(ENTER)
                .bind("number", certificate.number().toString())
                .bind("authority", certificate.authority().value())
                .bind("id", certificate.id().value())
                .then();
    }

    Mono<Certificate> find(Certificate.Id id, Account.Id official) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("official", official.value())
                .map(this::certificate)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<List<Certificate>> of(Account.Id official) {
        return db.sql(MINE)
                .bind("official", official.value())
                .map(this::certificate)
                .all()
                .collectList();
    }

    Mono<List<Certificate>> ofCompletion(UUID completion, Account.Id official) {
        return db.sql(OF_COMPLETION)
                .bind("completion", completion)
                .bind("official", official.value())
                .map(this::certificate)
                .all()
                .collectList();
    }

    Mono<Long> count(Account.Id official) {
        return db.sql(COUNT)
                .bind("official", official.value())
                .mapValue(Long.class)
                .one();
    }

    Mono<Checked> check(CertificateNumber number, Instant now) {
        return db.sql(CHECK)
                .bind("number", number.toString())
                .map(row -> Checked.of(
                        number,
                        Objects.requireNonNull(row.get("state", String.class)),
                        contents(row),
                        Objects.requireNonNull(instant(row, "issued")),
                        instant(row, "valid_until"),
                        now))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(number)));
    }

    private Certificate certificate(Readable row) {
        return new Certificate(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Certificate.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                CertificateNumber.parse(Objects.requireNonNull(row.get("number", String.class))),
                new Account.Id(Objects.requireNonNull(row.get("official", UUID.class))),
                Objects.requireNonNull(row.get("completion", UUID.class)),
                Objects.requireNonNull(row.get("module", String.class)),
                Objects.requireNonNull(row.get("major", Integer.class)),
                contents(row),
                Objects.requireNonNull(instant(row, "issued")),
                instant(row, "valid_until"));
    }

    private Certificate.Contents contents(Readable row) {
        return json.read(Objects.requireNonNull(row.get("contents", Json.class)), Certificate.Contents.class);
    }

    private static @Nullable Instant instant(Readable row, String column) {
        var time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
