package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where training requests are kept, each with its steps: a request changes only together with a new step. */
@Repository
class Requests {

    private static final String WITHIN_REACH = """
             (:everywhere or r.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date))
            """;

    private static final String COLUMNS = """
             r.authority, r.id, r.subject, r.text, r.language, r.need, r.competency, r.level, r.state, r.module, r.day,
             r.asked, r.asked_by, r.version
            """;

    private static final String FIND = "select" + COLUMNS + """
              , a.name, a.name_latin
              from requests.request r
              join authorities.authority a on a.id = r.authority
             where r.id = :id and
            """ + WITHIN_REACH;

    /** Those that wait for a trainer first. */
    private static final String ALL = "select" + COLUMNS + """
              , a.name, a.name_latin
              from requests.request r
              join authorities.authority a on a.id = r.authority
             where
            """ + WITHIN_REACH + """
             order by array_position(array['open', 'accepted', 'scheduled'], r.state) nulls last, r.asked desc, r.id
             limit 200
            """;

    private static final String WAITING = "select" + COLUMNS + """
              , a.name, a.name_latin
              from requests.request r
              join authorities.authority a on a.id = r.authority
             where r.state = 'open'
             order by r.asked desc, r.id
             limit :most
            """;

    private static final String CARRIED_OUT = "select" + COLUMNS + """
              from requests.step s
              join requests.request r on r.authority = s.authority and r.id = s.request
             where s.authority = :authority and s.command = :command
            """;

    private static final String ADD = """
            with asked as (
                insert into requests.request
                       (authority, id, subject, text, language, need, competency, level, state, asked, asked_by)
                values (:authority, :id, :subject, :text, :language, :need, :competency, :level, 'open', :at, :actor)
                returning authority, id
            )
            insert into requests.step (authority, request, ordinal, event, was, became, actor, at, said, command)
            select authority, id, 1, 'ask', 'open', 'open', :actor, :at, :text, :command from asked
            """;

    private static final String SAVE = """
            with changed as (
                update requests.request
                   set state = :state, module = :module, day = :day, version = version + 1
                 where authority = :authority and id = :id and version = :version
                returning authority, id, version
            )
            insert into requests.step (authority, request, ordinal, event, was, became, actor, byline, at, said, command)
            select authority, id, version, :event, :was, :state, :actor, :byline, :at, :said, :command from changed
            """;

    private static final String STEPS = """
            select s.event, s.was, s.actor, s.byline, s.at, s.said, s.command
              from requests.step s
             where s.authority = :authority and s.request = :request
             order by s.ordinal
            """;

    /**
     * A request with the name of who asks.
     *
     * @param nameLatin for readers of another script, or null
     */
    record Entry(Request request, String name, @Nullable String nameLatin) {

        String nameIn(String language) {
            return nameLatin == null || language.equals("el") ? name : nameLatin;
        }
    }

    private final DatabaseClient db;

    Requests(DatabaseClient db) {
        this.db = db;
    }

    /** One within reach; any other is missing. */
    Mono<Entry> find(Request.Id id, boolean everywhere, Account me) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("everywhere", everywhere)
                .bind("roots", me.roots())
                .map(Requests::entry)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<List<Entry>> all(boolean everywhere, Account me) {
        return db.sql(ALL)
                .bind("everywhere", everywhere)
                .bind("roots", me.roots())
                .map(Requests::entry)
                .all()
                .collectList();
    }

    /** The latest that nobody has answered, as far as the asker may see. */
    Mono<List<Entry>> waiting(int most) {
        return db.sql(WAITING).bind("most", most).map(Requests::entry).all().collectList();
    }

    /** What this order did; none when it is new. */
    Mono<List<Request>> carriedOut(Authority.Id authority, UUID command) {
        return db.sql(CARRIED_OUT)
                .bind("authority", authority.value())
                .bind("command", command)
                .map(Requests::request)
                .all()
                .collectList();
    }

    Mono<Request> add(Request request, UUID command) {
        var rung = request.rung();
        return db.sql(ADD)
                .bind("authority", request.authority().value())
                .bind("id", request.id().value())
                .bind("subject", request.subject())
                .bind("text", request.text())
                .bind("language", request.language())
                .bind("need", Parameter.fromOrEmpty(request.need(), UUID.class))
                .bind(
                        "competency",
                        Parameter.fromOrEmpty(
                                rung == null ? null : rung.competency().value(), String.class))
                .bind("level", Parameter.fromOrEmpty(rung == null ? null : rung.level(), Integer.class))
                .bind("at", request.asked().atOffset(ZoneOffset.UTC))
                .bind("actor", request.askedBy().value())
                .bind("command", command)
                .then()
                .onErrorMap(DuplicateKeyException.class, twice -> new Stale(request.id()))
                .thenReturn(request);
    }

    /** A changed request with the step that says why; {@link Stale} when somebody was quicker. */
    Mono<Request> save(Request request, Step step) {
        return db.sql(SAVE)
                .bind("authority", request.authority().value())
                .bind("id", request.id().value())
                .bind("version", request.version())
                .bind("state", request.state().key())
                .bind("module", Parameter.fromOrEmpty(request.module(), String.class))
                .bind("day", Parameter.fromOrEmpty(request.day(), LocalDate.class))
                .bind("event", step.event().key())
                .bind("was", step.was().key())
                .bind("actor", step.actor().value())
                .bind("byline", Parameter.fromOrEmpty(step.byline(), String.class))
                .bind("at", step.at().atOffset(ZoneOffset.UTC))
                .bind("said", step.said())
                .bind("command", step.command())
                .fetch()
                .rowsUpdated()
                .onErrorMap(DuplicateKeyException.class, twice -> new Stale(request.id()))
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(request.id())))
                .thenReturn(request);
    }

    Mono<List<Step>> steps(Request request) {
        return db.sql(STEPS)
                .bind("authority", request.authority().value())
                .bind("request", request.id().value())
                .map(Requests::step)
                .all()
                .collectList();
    }

    private static Entry entry(Readable row) {
        return new Entry(request(row), text(row, "name"), row.get("name_latin", String.class));
    }

    private static Request request(Readable row) {
        var competency = row.get("competency", String.class);
        var level = row.get("level", Integer.class);
        return new Request(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Request.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                text(row, "subject"),
                text(row, "text"),
                text(row, "language"),
                row.get("need", UUID.class),
                competency == null || level == null ? null : Rung.of(competency, level),
                Request.State.of(text(row, "state")),
                row.get("module", String.class),
                row.get("day", LocalDate.class),
                Objects.requireNonNull(row.get("asked", OffsetDateTime.class)).toInstant(),
                new Account.Id(Objects.requireNonNull(row.get("asked_by", UUID.class))),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static Step step(Readable row) {
        return new Step(
                Request.Event.valueOf(text(row, "event").toUpperCase(Locale.ROOT)),
                Request.State.of(text(row, "was")),
                new Account.Id(Objects.requireNonNull(row.get("actor", UUID.class))),
                row.get("byline", String.class),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                text(row, "said"),
                Objects.requireNonNull(row.get("command", UUID.class)));
    }

    private static String text(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, String.class));
    }
}
