package eu.includeu.academy.progress;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Fraction;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where completions are kept. */
@Repository
class Completions {

    private static final String SELECT = """
            select c.authority, c.id, c.enrolment, c.official, c.module, c.number, c.language, c.won, c.won_of,
                   c.completed, c.review, c.decided_by, c.decided, c.reason, c.version
              from progress.completion c
            """;

    private static final String FIND_BELOW = SELECT + """
             where c.id = :id and c.official <> :me and c.authority in (
                   select descendant from authorities.closure
                    where ancestor = any (:roots) and valid @> current_date)
               for update of c
            """;

    private static final String FIND_OWN =
            SELECT + " where c.enrolment = :enrolment and c.official = :official for update of c";

    private static final String OF_ENROLMENT = SELECT + " where c.authority = :authority and c.enrolment = :enrolment";

    private static final String MODULES = """
            select distinct module from progress.completion
             where official = :official and review in ('none', 'confirmed')
            """;

    private static final String INSERT = """
            insert into progress.completion
                   (authority, enrolment, official, module, number, major, language, won, won_of, completed, review)
            values (:authority, :enrolment, :official, :module, :number, :major, :language, :won, :of, :now, :review)
            returning id
            """;

    private static final String UPDATE = """
            update progress.completion
               set review = :review, decided_by = :by, decided = :decided, reason = :reason, version = version + 1
             where authority = :authority and id = :id and version = :version
            """;

    private final DatabaseClient db;

    Completions(DatabaseClient db) {
        this.db = db;
    }

    /** Another person's, for a coordinator who answers for them; held until the caller's transaction ends. */
    Mono<Completion> findBelow(Completion.Id id, Account coordinator) {
        return db.sql(FIND_BELOW)
                .bind("id", id.value())
                .bind("me", coordinator.id().value())
                .bind("roots", coordinator.roots())
                .map(Completions::completion)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<Completion> findOwn(Enrolment.Id id, Account.Id official) {
        return db.sql(FIND_OWN)
                .bind("enrolment", id.value())
                .bind("official", official.value())
                .map(Completions::completion)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** The completion of an enrolment, if it is completed. */
    Mono<Optional<Completion>> of(Enrolment enrolment) {
        return db.sql(OF_ENROLMENT)
                .bind("authority", enrolment.authority().value())
                .bind("enrolment", enrolment.id().value())
                .map(Completions::completion)
                .one()
                .singleOptional();
    }

    /** The modules that an official has completed for good. */
    Mono<Set<String>> modules(Account.Id official) {
        return db.sql(MODULES)
                .bind("official", official.value())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    Mono<Completion> insert(Enrolment enrolment, Fraction score, Completion.Review review, Instant now) {
        return db.sql(INSERT)
                .bind("authority", enrolment.authority().value())
                .bind("enrolment", enrolment.id().value())
                .bind("official", enrolment.official().value())
                .bind("module", enrolment.subject().module())
                .bind("number", enrolment.subject().number())
                .bind("major", enrolment.subject().major())
                .bind("language", enrolment.language())
                .bind("won", new BigDecimal(score.numerator()))
                .bind("of", new BigDecimal(score.denominator()))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("review", review.name().toLowerCase(Locale.ROOT))
                .mapValue(UUID.class)
                .one()
                .map(id -> new Completion(
                        enrolment.authority(),
                        new Completion.Id(id),
                        enrolment.id(),
                        enrolment.official(),
                        enrolment.subject(),
                        enrolment.language(),
                        score,
                        now,
                        review,
                        null,
                        null,
                        null,
                        0));
    }

    /** Keeps what was decided; Stale when somebody else decided in the meantime. */
    Mono<Completion> save(Completion completion) {
        var by = completion.decidedBy();
        var decided = completion.decided();
        return db.sql(UPDATE)
                .bind("review", completion.review().name().toLowerCase(Locale.ROOT))
                .bind("by", Parameter.fromOrEmpty(by == null ? null : by.value(), UUID.class))
                .bind(
                        "decided",
                        Parameter.fromOrEmpty(
                                decided == null ? null : decided.atOffset(ZoneOffset.UTC), OffsetDateTime.class))
                .bind("reason", Parameter.fromOrEmpty(completion.reason(), String.class))
                .bind("authority", completion.authority().value())
                .bind("id", completion.id().value())
                .bind("version", completion.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(completion.id())))
                .thenReturn(completion);
    }

    private static Completion completion(Readable row) {
        var by = row.get("decided_by", UUID.class);
        var decided = row.get("decided", OffsetDateTime.class);
        return new Completion(
                new Authority.Id(requireNonNull(row.get("authority", UUID.class))),
                new Completion.Id(requireNonNull(row.get("id", UUID.class))),
                new Enrolment.Id(requireNonNull(row.get("enrolment", UUID.class))),
                new Account.Id(requireNonNull(row.get("official", UUID.class))),
                new VersionId(
                        requireNonNull(row.get("module", String.class)),
                        requireNonNull(row.get("number", String.class))),
                requireNonNull(row.get("language", String.class)),
                new Fraction(
                        requireNonNull(row.get("won", BigDecimal.class)).toBigIntegerExact(),
                        requireNonNull(row.get("won_of", BigDecimal.class)).toBigIntegerExact()),
                requireNonNull(row.get("completed", OffsetDateTime.class)).toInstant(),
                Completion.Review.valueOf(
                        requireNonNull(row.get("review", String.class)).toUpperCase(Locale.ROOT)),
                by == null ? null : new Account.Id(by),
                decided == null ? null : decided.toInstant(),
                row.get("reason", String.class),
                requireNonNull(row.get("version", Integer.class)));
    }
}
