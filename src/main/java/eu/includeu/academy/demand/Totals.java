package eu.includeu.academy.demand;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.JsonText;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Where the places that cannot be filled are kept, and added up. The sums are moved by what has changed and by nothing
 * else; whoever changes them holds the lock of the {@link Notes}.
 */
@Repository
public class Totals {

    /** Places of one need on one rung, as they are kept. */
    record Row(
            UUID authority,
            UUID need,
            String competency,
            int level,
            String reason,
            String language,
            String region,
            int places,
            int weight,
            LocalDate deadline,
            boolean verified) {}

    /**
     * What has changed for one authority in one group.
     *
     * @param had whether the authority was in the group before
     */
    record Move(
            String competency,
            int level,
            String reason,
            String language,
            String region,
            UUID authority,
            boolean had,
            int places,
            int weighed) {}

    private static final String REPLACE = """
            with meant as (
                select * from unnest(:authorities, :needs) as m (authority, need)
            ), fresh as (
                select * from jsonb_to_recordset(:rows) as f (
                    authority uuid, need uuid, competency text, level int, reason text, language text, region text, places int,
                    weight int, deadline date, verified boolean)
            ), old as (
                select p.* from demand.place p join meant m on m.authority = p.authority and m.need = p.need
            ), gone as (
                delete from demand.place p
                 using meant m
                 where m.authority = p.authority and m.need = p.need
                   and not exists (select from fresh f
                                    where f.authority = p.authority and f.need = p.need and f.level = p.level
                                      and f.reason = p.reason)
            ), kept as (
                insert into demand.place
                       (authority, need, competency, level, reason, language, region, places, weight, deadline, verified)
                select authority, need, competency, level, reason, language, region, places, weight, deadline, verified
                  from fresh
                on conflict (authority, need, level, reason) do update
                   set language = excluded.language, region = excluded.region, places = excluded.places,
                       weight = excluded.weight, deadline = excluded.deadline, verified = excluded.verified
            ), counted as (
                insert into demand.reckoned (authority, need, day)
                select m.authority, m.need, :today from meant m
                  join capacity.open_need n on n.authority = m.authority and n.id = m.need
                on conflict (authority, need) do update set day = excluded.day
            ), ended as (
                delete from demand.reckoned r
                 using meant m
                 where m.authority = r.authority and m.need = r.need
                   and not exists (select from capacity.open_need n where n.authority = m.authority and n.id = m.need)
            ), moved as (
                select competency, level, reason, language, region, authority, places, places * weight as weighed from fresh
                 union all
                select competency, level, reason, language, region, authority, -places, -places * weight from old
            )
            select m.competency, m.level, m.reason, m.language, m.region, m.authority,
                   exists (select from demand.place p
                            where p.competency = m.competency and p.level = m.level and p.reason = m.reason
                              and p.language = m.language and p.region = m.region and p.authority = m.authority) as had,
                   sum(m.places)::int as places, sum(m.weighed)::int as weighed
              from moved m
             group by m.competency, m.level, m.reason, m.language, m.region, m.authority
            """;

    private static final String ADD_UP = """
            with moved as (
                select * from jsonb_to_recordset(:moves) as m (
                    competency text, level int, reason text, language text, region text, authority uuid, had boolean,
                    places int, weighed int)
            ), sums as (
                select competency, level, reason, language, region, sum(places) as places, sum(weighed) as weighed,
                       sum(case when exists (
                               select from demand.place p
                                where p.competency = m.competency and p.level = m.level and p.reason = m.reason
                                  and p.language = m.language and p.region = m.region and p.authority = m.authority)
                           then 1 else 0 end - had::int) as authorities
                  from moved m
                 group by competency, level, reason, language, region
            )
            merge into demand.total t
            using (select s.*, (select p.deadline from demand.place p
                                 where p.competency = s.competency and p.level = s.level and p.reason = s.reason
                                   and p.language = s.language and p.region = s.region
                                 order by p.deadline limit 1) as earliest
                     from sums s) s
               on t.competency = s.competency and t.level = s.level and t.reason = s.reason
              and t.language = s.language and t.region = s.region
            when matched and s.earliest is null then delete
            when matched then update
                set authorities = t.authorities + s.authorities, officials = t.officials + s.places,
                    weight = t.weight + s.weighed, earliest = s.earliest
            when not matched and s.earliest is not null then
                insert (competency, level, reason, language, region, authorities, officials, weight, earliest)
                values (s.competency, s.level, s.reason, s.language, s.region, s.authorities, s.places, s.weighed, s.earliest)
            """;

    private static final String ALL = """
            select competency, level, reason, language, region, authorities, officials, weight, earliest
              from demand.totals()
             order by competency, level, reason, language, region
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Totals(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** Puts fresh rows in the place of all that these needs had, and says what has moved. */
    Mono<List<Move>> replace(List<Notes.Mark> needs, List<Row> rows, LocalDate today) {
        return db.sql(REPLACE)
                .bind(
                        "authorities",
                        needs.stream().map(mark -> mark.authority().value()).toArray(UUID[]::new))
                .bind("needs", needs.stream().map(mark -> mark.need().value()).toArray(UUID[]::new))
                .bind("rows", json.write(rows))
                .bind("today", today)
                .map(Totals::move)
                .all()
                .collectList();
    }

    Mono<Void> addUp(List<Move> moves) {
        return moves.isEmpty()
                ? Mono.empty()
                : db.sql(ADD_UP).bind("moves", json.write(moves)).then();
    }

    /** As much as the asker may see. */
    public Mono<List<Total>> all() {
        return db.sql(ALL).map(Totals::total).all().collectList();
    }

    private static Move move(Readable row) {
        return new Move(
                text(row, "competency"),
                number(row, "level"),
                text(row, "reason"),
                text(row, "language"),
                text(row, "region"),
                Objects.requireNonNull(row.get("authority", UUID.class)),
                Boolean.TRUE.equals(row.get("had", Boolean.class)),
                number(row, "places"),
                number(row, "weighed"));
    }

    private static Total total(Readable row) {
        var reason = text(row, "reason");
        return new Total(
                Rung.of(text(row, "competency"), number(row, "level")),
                reason.isEmpty() ? null : Shortfall.of(reason),
                text(row, "language"),
                text(row, "region"),
                Objects.requireNonNull(row.get("authorities", Long.class)),
                Objects.requireNonNull(row.get("officials", Long.class)),
                Objects.requireNonNull(row.get("weight", Long.class)),
                row.get("earliest", LocalDate.class));
    }

    private static String text(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, String.class));
    }

    private static int number(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, Integer.class));
    }
}
