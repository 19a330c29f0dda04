package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is read what a need's statement rests on: only what the asker may see. */
@Repository
class Statements {

    private static final String STEPS = """
            select e.event, e.at, p.name, e.cause ->> 'module' as module,
                   coalesce((e.cause ->> 'people')::int, 0) as people,
                   coalesce((e.cause ->> 'ready')::int, 0) as ready,
                   coalesce((e.cause ->> 'staff')::int, 0) as staff,
                   coalesce(e.cause ->> 'note', e.cause ->> 'reason', '') as note
              from capacity.need_event e
              left join accounts.person p on p.id = e.actor
             where e.authority = :authority and e.need = :need and e.at <= :moment
             order by e.ordinal
            """;

    /** The people who counted on the day, those with the highest level first. */
    private static final String PEOPLE = """
            select s.official, p.name,
                   evidence.held(s.official, :competency, :declared) as began,
                   evidence.held(s.official, :competency, :moment) as level,
                   proof.since, proof.until, gain.pre, gain.post, gain.change,
                   coalesce(done.modules, '{}') as modules
              from capacity.staff(:authority, :need, :moment, :day) s
              join accounts.person p on p.id = s.official
              left join lateral (
                   select max(held.since) as since, min(held.until) as until
                     from (select min(e.valid_from) as since, max(coalesce(e.valid_until, 'infinity')) as until
                             from evidence.evidence e
                            where e.official = s.official and e.competency = :competency and e.level <= :target
                              and e.valid_from <= :moment and (e.valid_until is null or e.valid_until > :moment)
                            group by e.level) as held) proof on true
              left join lateral (
                   select g.pre::float8 as pre, g.post::float8 as post, g.change::float8 as change
                     from gains.gain g
                    where g.official = s.official and g.authority = :authority and g.module = any (:modules)
                      and g.measured > :declared and g.measured <= :moment
                    order by g.measured desc limit 1) gain on true
              left join lateral (
                   select array_agg(distinct c.module order by c.module) as modules
                     from progress.completion c
                    where c.official = s.official and c.authority = :authority and c.module = any (:modules)
                      and c.review in ('none', 'confirmed')
                      and coalesce(c.decided, c.completed) > :declared
                      and coalesce(c.decided, c.completed) <= :moment) done on true
             order by level desc, p.name, s.official
            """;

    private final DatabaseClient db;

    Statements(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<Statement.Step>> steps(Standing need, AsOf asOf) {
        return db.sql(STEPS)
                .bind("authority", need.authority().value())
                .bind("need", need.need().value())
                .bind("moment", asOf.moment().atOffset(ZoneOffset.UTC))
                .map(Statements::step)
                .all()
                .collectList();
    }

    /** @param modules those that teach what is needed */
    Mono<List<Statement.Person>> people(Standing need, List<String> modules, AsOf asOf) {
        return db.sql(PEOPLE)
                .bind("authority", need.authority().value())
                .bind("need", need.need().value())
                .bind("competency", need.competency().value())
                .bind("target", need.target())
                .bind("declared", need.declared().atOffset(ZoneOffset.UTC))
                .bind("moment", asOf.moment().atOffset(ZoneOffset.UTC))
                .bind("day", asOf.day())
                .bind("modules", modules.toArray(String[]::new))
                .map(row -> person(row, need.target()))
                .all()
                .collectList();
    }

    private static Statement.Step step(Readable row) {
        return new Statement.Step(
                Need.Event.valueOf(
                        Objects.requireNonNull(row.get("event", String.class)).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                row.get("name", String.class),
                row.get("module", String.class),
                Objects.requireNonNull(row.get("people", Integer.class)),
                Objects.requireNonNull(row.get("ready", Integer.class)),
                Objects.requireNonNull(row.get("staff", Integer.class)),
                Objects.requireNonNull(row.get("note", String.class)));
    }

    /** From when and until when says something only of those who hold the level. */
    private static Statement.Person person(Readable row, int target) {
        var level = Objects.requireNonNull(row.get("level", Integer.class));
        return new Statement.Person(
                new Account.Id(Objects.requireNonNull(row.get("official", UUID.class))),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("began", Integer.class)),
                level,
                level < target ? null : day(row.get("since", OffsetDateTime.class)),
                level < target ? null : day(row.get("until", OffsetDateTime.class)),
                row.get("pre", Double.class),
                row.get("post", Double.class),
                row.get("change", Double.class),
                Arrays.asList(Objects.requireNonNull(row.get("modules", String[].class))));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime moment) {
        return moment == null || moment.equals(OffsetDateTime.MAX)
                ? null
                : AsOf.at(moment.toInstant()).day();
    }
}
