package eu.includeu.academy.capacity;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where it is noted what to count again. One node at a time takes the notes up. */
@Repository
class Recounts {

    /** Needs in the order of their keys, after one and up to another; so many that a statement has soon looked at them. */
    record Slice(Key after, Key last) {

        /** A need's key. */
        record Key(UUID authority, UUID id) {

            static final Key NONE = new Key(new UUID(0, 0), new UUID(0, 0));
        }
    }

    private static final int SLICE = 1_000;

    /** The last need of each slice. */
    private static final String LAST = """
            select authority, id
              from (select n.authority, n.id,
                           row_number() over (order by n.authority, n.id) as place, count(*) over () as whole
                      from capacity.need n) as n
             where place % :size = 0 or place = whole
             order by authority, id
            """;

    private static final String WITHIN = """
            (n.authority, n.id) > (:after_authority, :after_id) and (n.authority, n.id) <= (:last_authority, :last_id)
            """;

    /** Somebody of the authority holds something new of this competency: its needs are to be looked at again. */
    record Recount(Authority.Id authority, Competency.Id competency) {}

    private static final String ADD = """
            insert into capacity.recount (authority, competency)
            select :authority, unnest(:competencies)
            """;

    private static final String TAKE = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('capacity.recount')) as mine
            ), taken as (
                delete from capacity.recount
                 where id in (select id from capacity.recount, turn where mine order by id limit 500)
                returning authority, competency
            )
            select distinct authority, competency from taken order by authority, competency
            """;

    /** How many of the people a need is about hold its level at this moment. */
    private static final String HOLDERS = """
            select count(*)
              from accounts.member m
             where m.authority = n.authority
               and (not n.named or exists (
                       select from capacity.listed l
                        where l.authority = n.authority and l.need = n.id
                          and l.official = m.account and l.until is null))
               and n.target = (select count(distinct v.level)
                                 from evidence.valid v
                                where v.official = m.account
                                  and v.competency = n.competency
                                  and v.level <= n.target)
            """;

    /** Open ones of which the last count is not true any more: somebody left, or evidence ended. */
    private static final String DRIFTED = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('capacity.recount')) as mine
            )
            select
            """ + Needs.COLUMNS + """
              from capacity.need n, turn
             where turn.mine and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue') and
            """ + WITHIN + """
               and n.holders <> (
            """ + HOLDERS + """
                   )
             order by n.authority, n.id
            """;

    /** Late ones that are not marked so, and met ones for which too few hold the level today. */
    private static final String DUE = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('capacity.recount')) as mine
            )
            select
            """ + Needs.COLUMNS + """
              from capacity.need n, turn
             where turn.mine and
            """ + WITHIN + """
               and (n.state in ('declared', 'verified', 'planned', 'in_progress') and n.deadline < :today
                    or n.state in ('met', 'closed')
                   and n.staff > (
            """ + HOLDERS + """
                   )
                   and not exists (
                       select from capacity.need other
                        where n.state = 'closed' and other.authority = n.authority and other.id <> n.id
                          and other.competency = n.competency and other.target = n.target
                          and other.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')))
             order by n.authority, n.id
            """;

    private final DatabaseClient db;

    Recounts(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> add(Authority.Id authority, List<Competency.Id> competencies) {
        return db.sql(ADD)
                .bind("authority", authority.value())
                .bind(
                        "competencies",
                        competencies.stream().map(Competency.Id::value).toArray(String[]::new))
                .then();
    }

    Mono<List<Recount>> take() {
        return db.sql(TAKE).map(Recounts::recount).all().collectList();
    }

    /** All needs within the asker's reach. */
    Flux<Slice> slices() {
        return db.sql(LAST)
                .bind("size", SLICE)
                .map(row -> new Slice.Key(
                        Objects.requireNonNull(row.get("authority", UUID.class)),
                        Objects.requireNonNull(row.get("id", UUID.class))))
                .all()
                .startWith(Slice.Key.NONE)
                .buffer(2, 1)
                .filter(both -> both.size() == 2)
                .map(both -> new Slice(both.get(0), both.get(1)));
    }

    Mono<List<Need>> due(Slice slice, LocalDate today) {
        return within(slice, DUE).bind("today", today).map(Needs::need).all().collectList();
    }

    /** Open needs whose last count is out of date. */
    Mono<List<Need>> drifted(Slice slice) {
        return within(slice, DRIFTED).map(Needs::need).all().collectList();
    }

    private DatabaseClient.GenericExecuteSpec within(Slice slice, String statement) {
        return db.sql(statement)
                .bind("after_authority", slice.after().authority())
                .bind("after_id", slice.after().id())
                .bind("last_authority", slice.last().authority())
                .bind("last_id", slice.last().id());
    }

    private static Recount recount(Readable row) {
        return new Recount(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))));
    }
}
