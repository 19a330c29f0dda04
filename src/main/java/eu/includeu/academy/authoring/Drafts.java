package eu.includeu.academy.authoring;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where drafts are kept. A draft is found by its author, and once it is handed in, by other trainers. */
@Repository
class Drafts {

    private static final String COLUMNS =
            "select id, module, number, language, title, is_translation, %s, author, byline, state, reviewer, reviewed_by, comment, changed, version from authoring.draft";

    private static final String WHOLE = COLUMNS.formatted("source");

    /** For lists: everything but the text. */
    private static final String LINE = COLUMNS.formatted("'' as source");

    private static final String OWN = WHOLE + " where id = :id and author = :me";

    private static final String VISIBLE =
            WHOLE + " where id = :id and (author = :me or state <> 'draft' or reviewer = :me)";

    private static final String MINE = LINE + """
             where author = :me and state <> 'published'
             order by changed desc
             limit 200
            """;

    /** What others have handed in, the longest waiting first. */
    private static final String WAITING = LINE + """
             where author <> :me and state in ('in_review', 'approved')
             order by changed
             limit 200
            """;

    private static final String INSERT = """
            insert into authoring.draft (id, module, number, language, title, is_translation, source, author, byline, state, changed)
            values (:id, :module, :number, :language, :title, :is_translation, :source, :author, :byline, :state, :changed)
            """;

    private static final String UPDATE = """
            update authoring.draft
               set module = :module, number = :number, language = :language, title = :title, is_translation = :is_translation, source = :source,
                   state = :state, reviewer = :reviewer, reviewed_by = :reviewed_by, comment = :comment,
                   changed = :changed, version = version + 1
             where id = :id and version = :version
            returning version
            """;

    private final DatabaseClient db;

    Drafts(DatabaseClient db) {
        this.db = db;
    }

    /** A draft of one's own; anybody else's is missing. */
    Mono<Draft> own(Draft.Id id, Account.Id me) {
        return one(OWN, id, me);
    }

    /** A draft of one's own, or one that was handed in. */
    Mono<Draft> visible(Draft.Id id, Account.Id me) {
        return one(VISIBLE, id, me);
    }

    Mono<List<Draft>> of(Account.Id me) {
        return list(MINE, me);
    }

    Mono<List<Draft>> waitingFor(Account.Id me) {
        return list(WAITING, me);
    }

    Mono<Draft> add(Draft draft) {
        return heading(db.sql(INSERT), draft)
                .bind("author", draft.author().value())
                .bind("byline", draft.byline())
                .then()
                .thenReturn(draft);
    }

    /** Keeps a change; {@link Stale} when it was changed elsewhere since it was read. */
    Mono<Draft> save(Draft draft) {
        return heading(db.sql(UPDATE), draft)
                .bind("reviewer", Parameter.fromOrEmpty(value(draft.reviewer()), UUID.class))
                .bind("reviewed_by", Parameter.fromOrEmpty(draft.reviewedBy(), String.class))
                .bind("comment", Parameter.fromOrEmpty(draft.comment(), String.class))
                .bind("version", draft.version())
                .mapValue(Integer.class)
                .one()
                .switchIfEmpty(Mono.error(() -> new Stale(draft.id())))
                .map(draft::at);
    }

    private static GenericExecuteSpec heading(GenericExecuteSpec statement, Draft draft) {
        var heading = draft.heading();
        return statement
                .bind("id", draft.id().value())
                .bind("module", heading.module())
                .bind("number", heading.number())
                .bind("language", heading.language())
                .bind("title", heading.title())
                .bind("is_translation", heading.isTranslation())
                .bind("source", draft.source())
                .bind("state", draft.state().key())
                .bind("changed", draft.changed().atOffset(ZoneOffset.UTC));
    }

    private Mono<Draft> one(String statement, Draft.Id id, Account.Id me) {
        return db.sql(statement)
                .bind("id", id.value())
                .bind("me", me.value())
                .map(Drafts::draft)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    private Mono<List<Draft>> list(String statement, Account.Id me) {
        return db.sql(statement).bind("me", me.value()).map(Drafts::draft).all().collectList();
    }

    private static Draft draft(Readable row) {
        var reviewer = row.get("reviewer", UUID.class);
        return new Draft(
                new Draft.Id(requireNonNull(row.get("id", UUID.class))),
                heading(row),
                text(row, "source"),
                new Account.Id(requireNonNull(row.get("author", UUID.class))),
                text(row, "byline"),
                Draft.State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                reviewer == null ? null : new Account.Id(reviewer),
                row.get("reviewed_by", String.class),
                row.get("comment", String.class),
                requireNonNull(row.get("changed", OffsetDateTime.class)).toInstant(),
                requireNonNull(row.get("version", Integer.class)));
    }

    private static Heading heading(Readable row) {
        return new Heading(
                text(row, "module"),
                text(row, "number"),
                text(row, "language"),
                text(row, "title"),
                Boolean.TRUE.equals(row.get("is_translation", Boolean.class)));
    }

    private static @Nullable UUID value(Account.@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
