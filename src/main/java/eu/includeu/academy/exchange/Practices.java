package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where practices are kept. */
@Repository
class Practices {

    /** As far as the asker may see: all that are published, and those of the own house that are not. */
    private static final String ALL = """
            select authority, id, competency, title, summary, published is not null as published
              from exchange.practice
             order by (published is not null), submitted desc, id
             limit 200
            """;

    private static final String ADD = """
            insert into exchange.practice (authority, id, competency, title, summary, author)
            values (:authority, :id, :competency, :title, :summary, :author)
            """;

    private static final String PUBLISH =
            "update exchange.practice set published = :at where id = :id and published is null";

    private final DatabaseClient db;

    Practices(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<Practice>> all() {
        return db.sql(ALL).map(Practices::practice).all().collectList();
    }

    Mono<Void> add(Practice practice, Account.Id author) {
        return db.sql(ADD)
                .bind("authority", practice.authority().value())
                .bind("id", practice.id().value())
                .bind("competency", practice.competency().value())
                .bind("title", practice.title())
                .bind("summary", practice.summary())
                .bind("author", author.value())
                .then();
    }

    /** One that waits; any other is missing. */
    Mono<Void> publish(Practice.Id id, Instant at) {
        return db.sql(PUBLISH)
                .bind("id", id.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(() -> new Missing(id)))
                .then();
    }

    private static Practice practice(Readable row) {
        return new Practice(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Practice.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                Objects.requireNonNull(row.get("title", String.class)),
                Objects.requireNonNull(row.get("summary", String.class)),
                Boolean.TRUE.equals(row.get("published", Boolean.class)));
    }
}
