package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where files of needs are kept, for a week. */
@Repository
class Batches {

    private static final String FIND = """
            select authority, id, owner, text, handed_in, declared, lines
              from needs.batch
             where id = :id and owner = :owner
            """;

    /** What is older than a week goes when something new comes. */
    private static final String ADD = """
            with old as (
                delete from needs.batch where owner = :owner and handed_in < :now - interval '7 days'
            )
            insert into needs.batch (authority, id, owner, text, handed_in)
            values (:authority, :id, :owner, :text, :now)
            on conflict (id) do nothing
            """;

    private static final String DONE = """
            update needs.batch set declared = :now, lines = coalesce(lines, 0) + :lines where id = :id and owner = :owner
            """;

    private final DatabaseClient db;

    Batches(DatabaseClient db) {
        this.db = db;
    }

    Mono<Batch> find(Batch.Id id, Account.Id owner) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(Batches::batch)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<Void> add(Batch batch) {
        return db.sql(ADD)
                .bind("authority", batch.authority().value())
                .bind("id", batch.id().value())
                .bind("owner", batch.owner().value())
                .bind("text", batch.text())
                .bind("now", batch.handedIn().atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> done(Batch batch, int lines, Instant now) {
        return db.sql(DONE)
                .bind("id", batch.id().value())
                .bind("owner", batch.owner().value())
                .bind("lines", lines)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Batch batch(Readable row) {
        return new Batch(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Batch.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                new Account.Id(Objects.requireNonNull(row.get("owner", UUID.class))),
                Objects.requireNonNull(row.get("text", String.class)),
                Objects.requireNonNull(row.get("handed_in", OffsetDateTime.class))
                        .toInstant(),
                instant(row.get("declared", OffsetDateTime.class)),
                row.get("lines", Integer.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
