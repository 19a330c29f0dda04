package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Where needs are kept, each with its ledger: a need changes only together with a new line in it. */
@Repository
public class Needs {

    /**
     * Shared by all that read needs: within the asker's reach. With "or" in place of the union every need of every authority
     * would be looked at, however few the asker answers for.
     */
    public static final String WITHIN_REACH = """
            n.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date
                union all
                select id from authorities.authority where :everywhere)
            """;

    public static final String COLUMNS = """
            n.authority, n.id, n.competency, n.current, n.target, n.staff, n.weight, n.deadline, n.languages, n.reason,
            n.state, n.began, n.declared, n.declared_by, n.version
            """;

    private static final String FIND = "select " + COLUMNS + """
              from capacity.need n
             where n.id = :id and n.state <> 'draft' and
            """ + WITHIN_REACH;

    private static final String OPEN = "select " + COLUMNS + """
              from capacity.need n
             where n.authority = :authority and n.competency = :competency and n.target = :target
               and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
            """;

    /** In the authority's own house, whoever asks: for what follows from an official's own steps. */
    private static final String IN_HOUSE = "select " + COLUMNS + """
              from capacity.need n
             where n.authority = :authority and n.id = any (:ids)
            """;

    private static final String OF = "select " + COLUMNS + """
              from capacity.need n
             where n.authority = :authority and n.competency = :competency
               and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
             order by n.id
            """;

    private static final String CARRIED_OUT = "select " + COLUMNS + """
              from capacity.need_event e
              join capacity.need n on n.authority = e.authority and n.id = e.need
             where e.authority = :authority and e.command = :command
            """;

    private static final String ADD = """
            with opened as (
                insert into capacity.need
                       (authority, id, competency, current, target, staff, weight, deadline, languages, reason, state, began,
                        holders, declared, declared_by, version)
                values (:authority, :need, :competency, :current, :target, :staff, :weight, :deadline, :languages, :reason,
                        :state, :began, :began, :declared, :declared_by, 1)
            )
            insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
            values (:authority, :need, :ordinal, :event, :was, :became, :actor, :at, :cause, :command)
            """;

    /** The line is written first; an order that was carried out before writes none, and then nothing changes. */
    private static final String SAVE = """
            with noted as (
                insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
                values (:authority, :need, :ordinal, :event, :was, :became, :actor, :at, :cause, :command)
                on conflict (authority, command) do nothing
                returning ordinal
            ), changed as (
                update capacity.need
                   set current = :current, staff = :staff, weight = :weight, deadline = :deadline, languages = :languages,
                       reason = :reason, state = :state, began = :began, version = version + 1
                 where authority = :authority and id = :need and version = :version and exists (select from noted)
                returning version
            )
            select (select count(*) from noted)::int as noted, (select count(*) from changed)::int as changed
            """;

    private static final String COUNTED = """
            update capacity.need set holders = :holders where authority = :authority and id = :need and holders <> :holders
            """;

    private static final String ALL_OPEN = "select " + COLUMNS + """
              from capacity.need n
             where n.authority = any (:authorities)
               and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
            """;

    private static final String DONE = """
            select command from capacity.need_event where authority = :authority and command = any (:commands)
            """;

    private static final String LEDGER = """
            select e.authority, e.need, e.ordinal, e.event, e.was, e.became, e.actor, e.at, e.cause, e.command, p.name
              from capacity.need_event e
              left join accounts.person p on p.id = e.actor
             where e.authority = :authority and e.need = :need
             order by e.ordinal
            """;

    private static final TypeReference<Map<String, Object>> CAUSE = new TypeReference<>() {};

    private final DatabaseClient db;
    private final JsonText json;

    Needs(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** A need within reach; any other is missing. */
    public Mono<Need> find(Need.Id id, Reach reach) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("everywhere", reach.everywhere())
                .bind("roots", reach.ids())
                .map(Needs::need)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** The open need for the same level of the same competency: at most one (N2). */
    public Mono<List<Need>> open(Authority.Id authority, Competency.Id competency, int target) {
        return db.sql(OPEN)
                .bind("authority", authority.value())
                .bind("competency", competency.toString())
                .bind("target", target)
                .map(Needs::need)
                .all()
                .collectList();
    }

    public Mono<List<Need>> inHouse(Authority.Id authority, List<UUID> ids) {
        return db.sql(IN_HOUSE)
                .bind("authority", authority.value())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Needs::need)
                .all()
                .collectList();
    }

    /** The open needs of an authority for one competency, at whatever level. */
    public Mono<List<Need>> of(Authority.Id authority, Competency.Id competency) {
        return db.sql(OF)
                .bind("authority", authority.value())
                .bind("competency", competency.toString())
                .map(Needs::need)
                .all()
                .collectList();
    }

    /** The need that this order was carried out on, if it was. */
    public Mono<List<Need>> carriedOut(Authority.Id authority, UUID command) {
        return db.sql(CARRIED_OUT)
                .bind("authority", authority.value())
                .bind("command", command)
                .map(Needs::need)
                .all()
                .collectList();
    }

    /** The open needs of these authorities. */
    public Mono<List<Need>> open(List<Authority.Id> authorities) {
        return db.sql(ALL_OPEN)
                .bind(
                        "authorities",
                        authorities.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(Needs::need)
                .all()
                .collectList();
    }

    /** Those of these orders that were carried out. */
    Mono<Set<UUID>> done(Authority.Id authority, List<UUID> commands) {
        return db.sql(DONE)
                .bind("authority", authority.value())
                .bind("commands", commands.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }

    /** Keeps how many hold the level, as was just counted, for lists that stand in its order. */
    Mono<Void> counted(Need need, Coverage coverage) {
        return db.sql(COUNTED)
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .bind("holders", coverage.holders())
                .then();
    }

    /** A new need with the first line of its ledger. */
    public Mono<Need> add(Need need, NeedEvent event) {
        return bind(db.sql(ADD), need, event)
                .bind("target", need.terms().target())
                .bind("competency", need.terms().competency().toString())
                .bind("declared", utc(need.declared()))
                .bind("declared_by", need.declaredBy().value())
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> new Stale(need.id()))
                .thenReturn(need.saved());
    }

    /** A changed need with the line that says why; {@link Stale} when somebody was quicker. */
    public Mono<Need> save(Need need, NeedEvent event) {
        return bind(db.sql(SAVE), need, event)
                .bind("version", need.version())
                .map(row -> Objects.requireNonNull(row.get("noted", Integer.class))
                        <= Objects.requireNonNull(row.get("changed", Integer.class)))
                .one()
                .onErrorMap(DuplicateKeyException.class, taken -> new Stale(need.id()))
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> new Stale(need.id())))
                .thenReturn(need.saved());
    }

    /**
     * A line of the ledger with the name of who did it.
     *
     * @param name null where the calendar did it, or somebody whom the asker may not see
     */
    public record Entry(NeedEvent event, @Nullable String name) {}

    /** Everything that happened to a need, first things first. */
    public Mono<List<Entry>> ledger(Need need) {
        return db.sql(LEDGER)
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .map(row -> new Entry(event(row), row.get("name", String.class)))
                .all()
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Need need, NeedEvent event) {
        var terms = need.terms();
        return statement
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .bind("current", terms.current())
                .bind("staff", terms.staff())
                .bind("weight", terms.weight().value())
                .bind("deadline", terms.deadline())
                .bind("languages", terms.languages().toArray(String[]::new))
                .bind("reason", terms.reason())
                .bind("began", need.began())
                .bind("state", need.state().key())
                .bind("ordinal", event.ordinal())
                .bind("event", event.event().key())
                .bind("was", event.was().key())
                .bind("became", event.became().key())
                .bind("actor", Parameter.fromOrEmpty(idOf(event.actor()), UUID.class))
                .bind("at", utc(event.at()))
                .bind("cause", json.write(event.cause()))
                .bind("command", event.command());
    }

    private static @Nullable UUID idOf(Account.@Nullable Id actor) {
        return actor == null ? null : actor.value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private NeedEvent event(Readable row) {
        var actor = row.get("actor", UUID.class);
        return new NeedEvent(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                Objects.requireNonNull(row.get("ordinal", Integer.class)),
                Need.Event.of(Objects.requireNonNull(row.get("event", String.class))),
                Need.State.of(Objects.requireNonNull(row.get("was", String.class))),
                Need.State.of(Objects.requireNonNull(row.get("became", String.class))),
                actor == null ? null : new Account.Id(actor),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                json.read(Objects.requireNonNull(row.get("cause", Json.class)), CAUSE),
                Objects.requireNonNull(row.get("command", UUID.class)));
    }

    public static Need need(Readable row) {
        return new Need(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Need.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                terms(row),
                Need.State.of(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("began", Integer.class)),
                Objects.requireNonNull(row.get("declared", OffsetDateTime.class))
                        .toInstant(),
                new Account.Id(Objects.requireNonNull(row.get("declared_by", UUID.class))),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static Terms terms(Readable row) {
        return new Terms(
                Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                Objects.requireNonNull(row.get("current", Integer.class)),
                Objects.requireNonNull(row.get("target", Integer.class)),
                Objects.requireNonNull(row.get("staff", Integer.class)),
                Terms.Weight.of(Objects.requireNonNull(row.get("weight", Integer.class))),
                Objects.requireNonNull(row.get("deadline", LocalDate.class)),
                Arrays.asList(Objects.requireNonNull(row.get("languages", String[].class))),
                Objects.requireNonNull(row.get("reason", String.class)));
    }
}
