package eu.includeu.academy.demand;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.competencies.Competency;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is noted which needs to count again. One node at a time takes the notes up. */
@Repository
class Notes {

    /** A need to be counted again. */
    record Mark(Authority.Id authority, Need.Id need) {}

    private static final String ADD = """
            insert into demand.note (authority, competency) select :authority, unnest(:competencies)
            """;

    /** From notes about competencies to the needs that are meant; those counted once are meant too, open or not. */
    private static final String SPREAD = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('demand')) as mine
            ), taken as (
                delete from demand.note
                 where id in (select id from demand.note, turn where mine order by id limit 1000)
                returning authority, competency
            ), meant as (
                select n.authority, n.id as need
                  from taken t join capacity.open_need n on n.competency = t.competency and n.authority = t.authority
                 union
                select n.authority, n.id
                  from taken t join capacity.open_need n on n.competency = t.competency
                 where t.authority is null
                 union
                select p.authority, p.need
                  from taken t join demand.place p on p.competency = t.competency
                   and (t.authority is null or p.authority = t.authority)
            )
            insert into demand.mark (authority, need) select authority, need from meant on conflict do nothing
            """;

    private static final String TAKE = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('demand')) as mine
            )
            delete from demand.mark
             where (authority, need) in (
                 select authority, need from demand.mark, turn where mine order by authority, need limit :most)
            returning authority, need
            """;

    /** Not counted today yet; or counted once and not open any more. */
    private static final String DUE = """
            insert into demand.mark (authority, need)
            (select n.authority, n.id
               from capacity.open_need n
               left join demand.reckoned r on r.authority = n.authority and r.need = n.id
              where r.day is null or r.day < :today
              limit 500)
             union
            (select r.authority, r.need from demand.reckoned r
              where r.day < :today
              limit 500)
            on conflict do nothing
            """;

    private static final String ASKED = "select " + Needs.COLUMNS + """
            , n.verified, n.listed, a.territory
              from capacity.open_need n
              join authorities.authority a on a.id = n.authority
             where (n.authority, n.id) in (select * from unnest(:authorities, :needs))
            """;

    private final DatabaseClient db;

    Notes(DatabaseClient db) {
        this.db = db;
    }

    /** In the transaction of whatever has changed; of all authorities when none is named. */
    Mono<Void> add(Authority.@Nullable Id authority, Collection<Competency.Id> competencies) {
        return db.sql(ADD)
                .bind("authority", Parameter.fromOrEmpty(authority == null ? null : authority.value(), UUID.class))
                .bind(
                        "competencies",
                        competencies.stream().map(Competency.Id::value).toArray(String[]::new))
                .then();
    }

    Mono<Void> spread() {
        return db.sql(SPREAD).then();
    }

    /** Takes up at most so many; none where another node is at it. */
    Mono<List<Mark>> take(int most) {
        return db.sql(TAKE).bind("most", most).map(Notes::mark).all().collectList();
    }

    /** Marks what the calendar alone may have changed. */
    Mono<Long> due(LocalDate today) {
        return db.sql(DUE).bind("today", today).fetch().rowsUpdated();
    }

    /** Those of the marked needs that are open. */
    Mono<List<Asked>> asked(List<Mark> marks) {
        return db.sql(ASKED)
                .bind(
                        "authorities",
                        marks.stream().map(mark -> mark.authority().value()).toArray(UUID[]::new))
                .bind("needs", marks.stream().map(mark -> mark.need().value()).toArray(UUID[]::new))
                .map(Notes::need)
                .all()
                .collectList();
    }

    private static Asked need(Readable row) {
        return new Asked(
                Needs.need(row),
                Boolean.TRUE.equals(row.get("verified", Boolean.class)),
                Arrays.stream(Objects.requireNonNull(row.get("listed", UUID[].class)))
                        .map(Account.Id::new)
                        .collect(Collectors.toSet()),
                row.get("territory", String.class));
    }

    private static Mark mark(Readable row) {
        return new Mark(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))));
    }
}
