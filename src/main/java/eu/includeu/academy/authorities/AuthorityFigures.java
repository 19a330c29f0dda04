package eu.includeu.academy.authorities;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the figures of authorities are read, as the folder has added them up. */
@Repository
public class AuthorityFigures {

    /**
     * An authority's own figures, without those of the authorities below it.
     *
     * @param certified officials who hold a certificate
     * @param completed completions that count
     * @param changed the last day on which anything was learned, or null
     */
    public record Figures(
            Authority.Id authority,
            long officials,
            long certified,
            long enrolled,
            long completed,
            long lessons,
            long needsDeclared,
            long needsClosed,
            @Nullable LocalDate changed) {}

    /** How many officials an authority has, and how many of them hold a certificate. */
    public record Standing(
            UUID authority,
            @Nullable String country,
            @Nullable String territory,
            long officials,
            long certified) {

        /** The NUTS 2 code of the region, such as EL61; null for a body of a whole country. */
        public @Nullable String region() {
            var code = territory == null ? "" : territory.substring(territory.lastIndexOf(':') + 1);
            return territory != null && territory.startsWith("NUTS:") && code.length() >= 4
                    ? code.substring(0, 4)
                    : null;
        }
    }

    /** How many lessons of a theme were finished in the week that begins on this Monday. */
    public record Week(LocalDate monday, String theme, long lessons) {}

    /** Officials and those with a certificate at the end of a day. */
    public record Past(long officials, long certified) {}

    /** How many officials an authority has, and how many lessons they have finished between them. */
    public record Together(long officials, long lessons) {}

    private static final String TOGETHER = """
            select coalesce(sum(f.amount) filter (where f.measure = 'officials'), 0)::bigint as officials,
                   coalesce(sum(f.amount) filter (where f.measure = 'lessons'), 0)::bigint as lessons
              from authorities.figure f
             where f.authority = :authority and f.measure in ('officials', 'lessons')
            """;

    /**
     * Goes from authority to authority: joined as a whole, it was planned once for desks of one authority, and the same plan
     * compared each with each for a desk of thousands.
     */
    private static final String OWN = """
            select reach.id, own.*,
                   (select max(last.day)
                      from unnest(array['lessons', 'completed', 'enrolled']) as what (measure),
                           lateral (select f.day
                                      from authorities.figure f
                                     where f.authority = reach.id and f.measure = what.measure
                                     order by f.day desc
                                     limit 1) as last) as changed
              from (select distinct c.descendant as id
                      from authorities.closure c
                     where c.ancestor = any (:roots) and c.depth <= :depth and c.valid @> current_date) as reach
             cross join lateral (
                   select coalesce(sum(amount) filter (where measure = 'officials'), 0)::bigint as officials,
                          coalesce(sum(amount) filter (where measure = 'certified'), 0)::bigint as certified,
                          coalesce(sum(amount) filter (where measure = 'enrolled'), 0)::bigint as enrolled,
                          coalesce(sum(amount) filter (where measure = 'completed'), 0)::bigint as completed,
                          coalesce(sum(amount) filter (where measure = 'lessons'), 0)::bigint as lessons,
                          coalesce(sum(amount) filter (where measure = 'needs.declared'), 0)::bigint as needs_declared,
                          coalesce(sum(amount) filter (where measure = 'needs.closed'), 0)::bigint as needs_closed
                     from (select t.measure, t.amount
                             from authorities.total t
                            where t.authority = reach.id
                           union all
                           select t.measure, -t.amount
                             from authorities.closure c
                             join authorities.total t on t.authority = c.descendant
                            where c.ancestor = reach.id and c.depth = 1 and c.valid @> current_date) as one) as own
            """;

    private static final String REACHED = """
            select distinct c.descendant
              from authorities.closure c
             where c.ancestor = any (:roots) and c.descendant = any (:authorities) and c.valid @> current_date
            """;

    private static final String BELOW = """
            select distinct c.descendant
              from authorities.closure c
             where c.ancestor = any (:roots) and c.valid @> current_date
            """;

    private static final String WEEKS = """
            select date_trunc('week', f.day)::date as monday, substr(f.measure, 9) as theme, sum(f.amount)::bigint as lessons
              from authorities.figure f
             where f.measure = any (:measures) and f.day >= :since and f.authority in """ + Area.IDS + " group by 1, 2";

    private static final String PAST = """
            select coalesce(sum(f.amount) filter (where f.measure = 'officials'), 0)::bigint as officials,
                   coalesce(sum(f.amount) filter (where f.measure = 'certified'), 0)::bigint as certified
              from authorities.figure f
             where f.measure in ('officials', 'certified') and f.day <= :day and f.authority in """ + Area.IDS;

    private static final String STANDINGS =
            "select authority, country, territory, officials, certified from authorities.standings()";

    private final DatabaseClient db;

    AuthorityFigures(DatabaseClient db) {
        this.db = db;
    }

    /** Of these authorities and all below them, as far as the asker's reach goes. */
    public Mono<List<Figures>> own(List<UUID> roots) {
        return own(roots, Short.MAX_VALUE).collectList();
    }

    /** Of this authority and none below it, as far as the asker's reach goes. */
    public Mono<Figures> own(UUID authority) {
        return own(List.of(authority), 0).next();
    }

    private Flux<Figures> own(List<UUID> roots, int depth) {
        return db.sql(OWN)
                .bind("roots", roots.toArray(UUID[]::new))
                .bind("depth", depth)
                .map(AuthorityFigures::figures)
                .all();
    }

    /** Of one authority alone, as far as the asker's reach goes. */
    public Mono<Together> together(UUID authority) {
        return db.sql(TOGETHER)
                .bind("authority", authority)
                .map(row -> new Together(count(row, "officials"), count(row, "lessons")))
                .one();
    }

    /** Which of these authorities are at or below the roots. */
    public Flux<UUID> reached(List<UUID> roots, List<UUID> authorities) {
        return db.sql(REACHED)
                .bind("roots", roots.toArray(UUID[]::new))
                .bind("authorities", authorities.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** These authorities and all below them. */
    public Flux<UUID> below(List<UUID> roots) {
        return db.sql(BELOW)
                .bind("roots", roots.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** Lessons finished by week and theme, from a Monday on. */
    public Mono<List<Week>> weeks(Area area, List<String> themes, LocalDate since) {
        return area.in(db.sql(WEEKS))
                .bind(
                        "measures",
                        themes.stream().map(theme -> "lessons." + theme).toArray(String[]::new))
                .bind("since", since)
                .map(row -> new Week(
                        Objects.requireNonNull(row.get("monday", LocalDate.class)),
                        Objects.requireNonNull(row.get("theme", String.class)),
                        count(row, "lessons")))
                .all()
                .collectList();
    }

    /** How it stood at the end of a day. */
    public Mono<Past> past(Area area, LocalDate day) {
        return area.in(db.sql(PAST))
                .bind("day", day)
                .map(row -> new Past(count(row, "officials"), count(row, "certified")))
                .one();
    }

    /** Of every authority, whoever asks: counts only, to be shown as far as too few people cannot be told from them. */
    public Flux<Standing> standings() {
        return db.sql(STANDINGS)
                .map(row -> new Standing(
                        Objects.requireNonNull(row.get("authority", UUID.class)),
                        row.get("country", String.class),
                        row.get("territory", String.class),
                        count(row, "officials"),
                        count(row, "certified")))
                .all();
    }

    private static Figures figures(Readable row) {
        return new Figures(
                new Authority.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                count(row, "officials"),
                count(row, "certified"),
                count(row, "enrolled"),
                count(row, "completed"),
                count(row, "lessons"),
                count(row, "needs_declared"),
                count(row, "needs_closed"),
                row.get("changed", LocalDate.class));
    }

    private static long count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
