package eu.includeu.academy.pools;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.DemandMoved;
import eu.includeu.academy.platform.JsonText;
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

/** Where pools are kept, with who was asked and what they said. */
@Repository
class Pools {

    /**
     * Opens a pool where enough places are open at two authorities at least, follows its size while it is open, asks those
     * who are not asked yet, asks nobody any more who has no place left, and closes it when too few are left and nobody
     * has joined.
     */
    private static final String LOOK = """
            with meant as (
                select distinct * from jsonb_to_recordset(:groups) as g (competency text, level int, language text)
            ), lacking as (
                select p.competency, p.level, p.language, p.authority, sum(p.places)::int as places
                  from demand.place p join meant m using (competency, level, language)
                 where p.reason <> ''
                 group by p.competency, p.level, p.language, p.authority
            ), sizes as (
                select m.competency, m.level, m.language, coalesce(sum(l.places), 0)::int as officials,
                       count(l.authority) as authorities
                  from meant m left join lacking l using (competency, level, language)
                 group by m.competency, m.level, m.language
            ), opened as (
                insert into pools.pool (competency, level, language, format, officials)
                select competency, level, language,
                       case when officials >= :module then 'module' when officials >= :webinar then 'webinar' else 'course' end,
                       officials
                  from sizes
                 where officials >= :course and authorities >= 2
                on conflict (competency, level, language) where closed is null
                do update set format = excluded.format, officials = excluded.officials
                returning id, competency, level, language
            ), asked as (
                insert into pools.invitation (authority, pool, places)
                select l.authority, o.id, l.places
                  from opened o join lacking l using (competency, level, language)
                on conflict (authority, pool) do update set places = excluded.places
            ), closed as (
                update pools.pool p set closed = now()
                  from sizes s
                 where p.competency = s.competency and p.level = s.level and p.language = s.language and p.closed is null
                   and (s.officials < :course or s.authorities < 2)
                   and not exists (select from pools.invitation i where i.pool = p.id and i.state = 'joined')
            )
            delete from pools.invitation i
             using pools.pool p join meant m using (competency, level, language)
             where i.pool = p.id and p.closed is null and i.state = 'asked'
               and not exists (select from lacking l
                                where l.competency = p.competency and l.level = p.level and l.language = p.language
                                  and l.authority = i.authority)
            """;

    private static final String COLUMNS = " p.id, p.competency, p.level, p.language, p.format, p.officials ";

    private static final String INVITATIONS = "select i.authority, i.places, i.state," + COLUMNS + """
              from pools.invitation i
              join pools.pool p on p.id = i.pool and p.closed is null
             where i.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
             order by (i.state <> 'asked'), p.officials desc, p.id, i.authority
            """;

    private static final String UNANSWERED = """
            select count(*)
              from pools.invitation i
              join pools.pool p on p.id = i.pool and p.closed is null
             where i.state = 'asked' and i.authority in (
                   select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
            """;

    private static final String FIND = "select i.authority, i.places, i.state," + COLUMNS + """
              from pools.invitation i
              join pools.pool p on p.id = i.pool and p.closed is null
             where i.pool = :pool and i.authority = :authority and i.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
            """;

    private static final String ANSWER = """
            update pools.invitation
               set state = :state, answered_by = :who, answered = :at
             where pool = :pool and authority = :authority
            """;

    private static final String JOINED = "select pool, authority, places from pools.joined() order by pool, authority";

    private static final String OPEN = "select" + COLUMNS + "from pools.pool p where p.closed is null order by p.id";

    private final DatabaseClient db;
    private final JsonText json;

    Pools(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    Mono<Void> look(List<DemandMoved.Group> groups) {
        return db.sql(LOOK)
                .bind("groups", json.write(groups))
                .bind("course", Pool.Format.COURSE.seats())
                .bind("webinar", Pool.Format.WEBINAR.seats())
                .bind("module", Pool.Format.MODULE.seats())
                .then();
    }

    /** To the authorities that a person answers for: those not answered yet come first. */
    Mono<List<Pool.Invitation>> invitations(List<Authority.Id> roots) {
        return db.sql(INVITATIONS)
                .bind("roots", ids(roots))
                .map(Pools::invitation)
                .all()
                .collectList();
    }

    /** How many of them wait for an answer. */
    Mono<Long> unanswered(List<Authority.Id> roots) {
        return db.sql(UNANSWERED).bind("roots", ids(roots)).mapValue(Long.class).one();
    }

    /** One invitation within reach; any other is missing. */
    Mono<Pool.Invitation> find(Pool.Id pool, Authority.Id authority, List<Authority.Id> roots) {
        return db.sql(FIND)
                .bind("pool", pool.value())
                .bind("authority", authority.value())
                .bind("roots", ids(roots))
                .map(Pools::invitation)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(pool)));
    }

    Mono<Void> answer(Pool.Invitation invitation, Pool.Answer answer, Account.Id who, Instant at) {
        return db.sql(ANSWER)
                .bind("pool", invitation.pool().id().value())
                .bind("authority", invitation.authority().value())
                .bind("state", answer.key())
                .bind("who", who.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** Who has said yes, as far as the asker may know. */
    Mono<List<Pool.Joined>> joined() {
        return db.sql(JOINED)
                .map(row -> new Pool.Joined(
                        new Pool.Id(Objects.requireNonNull(row.get("pool", UUID.class))),
                        new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                        Objects.requireNonNull(row.get("places", Integer.class))))
                .all()
                .collectList();
    }

    Mono<List<Pool>> open() {
        return db.sql(OPEN).map(Pools::pool).all().collectList();
    }

    private static UUID[] ids(List<Authority.Id> authorities) {
        return authorities.stream().map(Authority.Id::value).toArray(UUID[]::new);
    }

    private static Pool.Invitation invitation(Readable row) {
        return new Pool.Invitation(
                pool(row),
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                Objects.requireNonNull(row.get("places", Integer.class)),
                Pool.Answer.of(Objects.requireNonNull(row.get("state", String.class))));
    }

    private static Pool pool(Readable row) {
        return new Pool(
                new Pool.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Rung.of(
                        Objects.requireNonNull(row.get("competency", String.class)),
                        Objects.requireNonNull(row.get("level", Integer.class))),
                Objects.requireNonNull(row.get("language", String.class)),
                Pool.Format.of(Objects.requireNonNull(row.get("format", String.class))),
                Objects.requireNonNull(row.get("officials", Integer.class)));
    }
}
