package eu.includeu.academy.planning;

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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where plans are kept, and which houses have carried out theirs. */
@Repository
class Plans {

    /** A plan in a list, without what it says. */
    record Listed(Plan plan, String authorityName, @Nullable String authorityLatin, Summary summary) {}

    /** What a list tells of a plan. */
    record Summary(int needs, int closed, long minutes, String proof) {}

    private static final String COLUMNS = """
            p.authority, p.id, p.below, p.state, p.asked, p.asked_by, p.follows, p.progress, p.finished, p.cause, p.accepted
            """;

    private static final String WITHIN = """
            p.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
            """;

    private static final String FIND =
            "select " + COLUMNS + ", p.blueprint from planning.plan p where p.id = :id and " + WITHIN;

    private static final String IN_HOUSE =
            "select " + COLUMNS + ", p.blueprint from planning.plan p where p.authority = :authority and p.id = :id";

    private static final String LIST = "select " + COLUMNS + """
            , null::jsonb as blueprint, a.name, a.name_latin,
            coalesce(jsonb_array_length(p.blueprint -> 'needs'), 0) as needs,
            (select count(*) from jsonb_array_elements(p.blueprint -> 'needs') n where (n ->> 'left')::int = 0)::int as closed,
            coalesce((p.blueprint ->> 'minutes')::bigint, 0) as minutes,
            coalesce(p.blueprint ->> 'state', '') as proof
              from planning.plan p
              join authorities.authority a on a.id = p.authority
             where
            """ + WITHIN + """
               and p.state <> 'superseded'
             order by p.asked desc, p.id
             limit :limit
            """;

    /** One at a time for an authority: who asks while one is computed gets that one. */
    private static final String ADD = """
            with added as (
                insert into planning.plan (authority, id, below, state, asked, asked_by, follows)
                values (:authority, :id, :below, 'computing', :asked, :by, :follows)
                on conflict (authority, below) where state = 'computing' do nothing
                returning id
            )
            select id from added
             union all
            select id from planning.plan where authority = :authority and below = :below and state = 'computing'
             limit 1
            """;

    private static final String CLAIM = """
            update planning.plan p set worker = :worker, beat = now()
             where p.authority = :authority and p.id = :id and p.state = 'computing' and p.worker is null
            returning
            """ + COLUMNS + ", p.blueprint";

    private static final String BEAT = """
            update planning.plan set beat = now(), progress = :progress
             where authority = :authority and id = :id and state = 'computing' and worker = :worker
            returning stop_wanted
            """;

    private static final String WANT_STOP = """
            update planning.plan set stop_wanted = true
             where authority = :authority and id = :id and state = 'computing'
            """;

    private static final String FINISH = """
            update planning.plan
               set state = :state, blueprint = :blueprint, cause = :cause, finished = now(), version = version + 1
             where authority = :authority and id = :id and state = 'computing' and worker = :worker
            """;

    private static final String SUPERSEDE = """
            update planning.plan set state = 'superseded', cause = null, version = version + 1
             where authority = :authority and below = :below and id <> :id and state in ('ready', 'stopped', 'failed', 'accepted')
            """;

    /** What a node left behind that was not heard of for so long. */
    private static final String LOST = """
            update planning.plan set state = 'failed', cause = 'interrupted', finished = now(), version = version + 1
             where state = 'computing' and worker is not null and beat < now() - make_interval(secs => :seconds)
            returning authority, id
            """;

    private static final String WAITING = """
            select authority, id from planning.plan where state = 'computing' and worker is null order by asked, id limit 20
            """;

    private static final String ACCEPT = """
            insert into planning.acceptance (authority, plan, accepted, accepted_by, people)
            values (:authority, :plan, :at, :by, 0)
            on conflict (authority, plan) do nothing
            """;

    private static final String COUNT = """
            update planning.acceptance set people = :people where authority = :authority and plan = :plan
            """;

    private static final String ACCEPTED = """
            update planning.plan set state = 'accepted', accepted = :at, accepted_by = :by, version = version + 1
             where authority = :authority and id = :id and state in ('ready', 'stopped')
            """;

    private static final String ACCEPTANCES =
            "select authority, people from planning.acceptance where plan = :plan order by accepted";

    private final DatabaseClient db;
    private final JsonText json;

    Plans(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** A plan of an authority that the person answers for; any other is missing. */
    Mono<Plan> find(Plan.Id id, Account me) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("roots", roots(me))
                .map(this::plan)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** In the work of the house. */
    Mono<Plan> inHouse(Authority.Id authority, UUID id) {
        return db.sql(IN_HOUSE)
                .bind("authority", authority.value())
                .bind("id", id)
                .map(this::plan)
                .one();
    }

    Mono<List<Listed>> list(Account me, int limit) {
        return db.sql(LIST)
                .bind("roots", roots(me))
                .bind("limit", limit)
                .map(this::listed)
                .all()
                .collectList();
    }

    /** The plan now computed for this authority: this one, or one that was asked for before. */
    Mono<Plan.Id> add(Authority.Id authority, boolean below, Account.Id by, @Nullable UUID follows, Instant now) {
        return db.sql(ADD)
                .bind("authority", authority.value())
                .bind("id", UUID.randomUUID())
                .bind("below", below)
                .bind("asked", now.atOffset(ZoneOffset.UTC))
                .bind("by", by.value())
                .bind("follows", Parameter.fromOrEmpty(follows, UUID.class))
                .map(row -> new Plan.Id(Objects.requireNonNull(row.get("id", UUID.class))))
                .one();
    }

    /** Takes a plan up, if no other node has. */
    Mono<Plan> claim(Authority.Id authority, UUID id, UUID worker) {
        return db.sql(CLAIM)
                .bind("authority", authority.value())
                .bind("id", id)
                .bind("worker", worker)
                .map(this::plan)
                .one();
    }

    /** Says that the node lives and how far it is; whether it shall stop. Empty when the plan is no longer its own. */
    Mono<Boolean> beat(Plan plan, UUID worker, Plan.Progress progress) {
        return db.sql(BEAT)
                .bind("progress", json.write(progress))
                .bind("authority", plan.authority().value())
                .bind("id", plan.id().value())
                .bind("worker", worker)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> wantStop(Plan plan) {
        return db.sql(WANT_STOP)
                .bind("authority", plan.authority().value())
                .bind("id", plan.id().value())
                .then();
    }

    /** How many rows that changed: none when the plan is no longer this node's. */
    Mono<Long> finish(Plan plan, UUID worker, Plan.State state, @Nullable Blueprint blueprint, @Nullable String cause) {
        return db.sql(FINISH)
                .bind("state", state.key())
                .bind("blueprint", Parameter.fromOrEmpty(blueprint == null ? null : json.write(blueprint), Json.class))
                .bind("cause", Parameter.fromOrEmpty(cause, String.class))
                .bind("authority", plan.authority().value())
                .bind("id", plan.id().value())
                .bind("worker", worker)
                .fetch()
                .rowsUpdated();
    }

    /** Of the plans for the same authorities only the newest counts. */
    Mono<Void> supersede(Plan plan) {
        return db.sql(SUPERSEDE)
                .bind("authority", plan.authority().value())
                .bind("below", plan.below())
                .bind("id", plan.id().value())
                .then();
    }

    Mono<List<Map.Entry<Authority.Id, UUID>>> lost(int seconds) {
        return db.sql(LOST)
                .bind("seconds", (double) seconds)
                .map(Plans::key)
                .all()
                .collectList();
    }

    Mono<List<Map.Entry<Authority.Id, UUID>>> waiting() {
        return db.sql(WAITING).map(Plans::key).all().collectList();
    }

    /** Whether the house begins its part now; not if it has already. */
    Mono<Boolean> begin(Authority.Id house, Plan plan, Account.Id by, Instant now) {
        return db.sql(ACCEPT)
                .bind("authority", house.value())
                .bind("plan", plan.id().value())
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .bind("by", by.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> count(Authority.Id house, Plan plan, int people) {
        return db.sql(COUNT)
                .bind("people", people)
                .bind("authority", house.value())
                .bind("plan", plan.id().value())
                .then();
    }

    Mono<Void> accepted(Plan plan, Account.Id by, Instant now) {
        return db.sql(ACCEPTED)
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .bind("by", by.value())
                .bind("authority", plan.authority().value())
                .bind("id", plan.id().value())
                .then();
    }

    /** How many people each house that carried out its part has asked. */
    Mono<Map<UUID, Integer>> acceptances(Plan plan) {
        return db.sql(ACCEPTANCES)
                .bind("plan", plan.id().value())
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("authority", UUID.class)),
                        Objects.requireNonNull(row.get("people", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static UUID[] roots(Account me) {
        return me.coordinates().stream().map(Authority.Id::value).toArray(UUID[]::new);
    }

    private static Map.Entry<Authority.Id, UUID> key(Readable row) {
        return Map.entry(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                Objects.requireNonNull(row.get("id", UUID.class)));
    }

    private Listed listed(Readable row) {
        return new Listed(
                plan(row),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("name_latin", String.class),
                new Summary(
                        Objects.requireNonNull(row.get("needs", Integer.class)),
                        Objects.requireNonNull(row.get("closed", Integer.class)),
                        Objects.requireNonNull(row.get("minutes", Long.class)),
                        Objects.requireNonNull(row.get("proof", String.class))));
    }

    private Plan plan(Readable row) {
        var progress = row.get("progress", Json.class);
        var blueprint = row.get("blueprint", Json.class);
        return new Plan(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Plan.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Boolean.TRUE.equals(row.get("below", Boolean.class)),
                Plan.State.of(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("asked", OffsetDateTime.class)).toInstant(),
                new Account.Id(Objects.requireNonNull(row.get("asked_by", UUID.class))),
                row.get("follows", UUID.class),
                progress == null ? null : json.read(progress, Plan.Progress.class),
                instant(row, "finished"),
                row.get("cause", String.class),
                instant(row, "accepted"),
                blueprint == null ? null : json.read(blueprint, Blueprint.class));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        var at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
