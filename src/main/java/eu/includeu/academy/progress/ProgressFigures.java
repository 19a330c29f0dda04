package eu.includeu.academy.progress;

import eu.includeu.academy.authorities.Area;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Languages;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Where progress is read for overviews and exports: none of anyone whom the asker may not see. */
@Repository
public class ProgressFigures {

    /**
     * How fast it goes.
     *
     * @param learning people who did something since the given instant
     * @param enrolled people who have taken up a module at all
     * @param hours the usual time from taking up a module to its completion, in the period; null where there is none
     * @param hoursBefore the same in the period before
     */
    public record Pace(
            long learning,
            long enrolled,
            @Nullable Double hours,
            @Nullable Double hoursBefore) {}

    /** How far a person has come in a module. */
    public record Step(
            String module,
            String number,
            String state,
            int done,
            int lessons,
            @Nullable String review) {}

    /** A person with everything taken up. */
    public record Learner(UUID id, String name, List<Step> steps) {

        public Learner {
            steps = List.copyOf(steps);
        }
    }

    /**
     * How long people took for a module.
     *
     * @param people who completed it
     * @param days from enrolling to completing, added up over them, at least one each
     */
    public record Span(String module, int people, double days) {}

    /** A completion as it is handed to a coordinator. */
    public record Row(
            UUID authority,
            UUID id,
            String name,
            String module,
            String number,
            String language,
            double share,
            Instant completed,
            String review,
            @Nullable Instant decided) {}

    /** So many completions are read at a time. */
    public static final int TOGETHER = 4_000;

    private static final String PACE = """
            select count(distinct e.official) filter (where e.touched >= :week) as learning,
                   count(distinct e.official) as enrolled,
                   percentile_cont(0.5) within group (order by extract(epoch from e.completed - e.enrolled) / 3600)
                       filter (where e.completed >= :since) as hours,
                   percentile_cont(0.5) within group (order by extract(epoch from e.completed - e.enrolled) / 3600)
                       filter (where e.completed >= :before and e.completed < :since) as hours_before
              from progress.enrolment e
             where (:all or e.module = any (:modules))
               and e.state <> 'withdrawn'
               and e.authority in """ + Area.IDS;

    private static final String LEARNERS = """
            select p.id, p.name,
                   coalesce(
                       (select jsonb_agg(jsonb_build_object(
                                   'module', e.module, 'number', e.number, 'state', e.state, 'done', e.done,
                                   'lessons', e.lessons, 'review', c.review) order by e.touched desc)
                          from progress.enrolment e
                          left join progress.completion c on c.authority = e.authority and c.enrolment = e.id
                         where e.authority = :authority and e.official = p.id and e.state <> 'withdrawn'),
                       '[]') as steps
              from accounts.person p
             where p.authority = :authority and (p.name collate "%1$s", p.id) > (:name collate "%1$s", :id)
             order by p.name collate "%1$s", p.id
             limit :limit
            """;

    private static final String SPANS = """
            select c.authority, c.module, count(*)::int as people,
                   sum(greatest(1, extract(epoch from c.completed - e.enrolled) / 86400))::float as days
              from progress.completion c
              join progress.enrolment e on e.authority = c.authority and e.id = c.enrolment
             where c.authority = any (:authorities) and c.completed >= :since
             group by c.authority, c.module
            """;

    /**
     * Goes from authority to authority along the key, and looks at no more than is handed out: asked for all authorities
     * together, the database would sort everything each time. Moments are seconds, because the driver reads dates from
     * their letters.
     */
    private static final String COMPLETIONS = """
            with below as (
                select distinct descendant as authority
                  from authorities.closure
                 where ancestor = :authority and valid @> current_date and descendant >= :last
                 order by 1
            ), page as materialized (
                select one.*
                  from below
                 cross join lateral (
                       select c.authority, c.id, c.official, c.module, c.number, c.language, c.won, c.won_of, c.completed,
                              c.review, c.decided
                         from progress.completion c
                        where c.authority = below.authority
                          and c.id > case when below.authority = :last then :id
                                          else '00000000-0000-0000-0000-000000000000'::uuid end
                        order by c.id
                        limit :limit) one
                 order by below.authority, one.id
                 limit :limit
            )
            select c.authority, c.id, p.name, c.module, c.number, c.language, (c.won / c.won_of)::float8 as share,
                   floor(extract(epoch from c.completed))::bigint as completed, c.review,
                   floor(extract(epoch from c.decided))::bigint as decided
              from page c
              join accounts.person p on p.id = c.official
             order by c.authority, c.id
            """;

    /** Names are ordered as readers of the language expect; the collations are PostgreSQL's own, from ICU. */
    private static final Map<String, String> LEARNERS_BY_LANGUAGE = Languages.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    language -> language, language -> LEARNERS.formatted(language + "-x-icu")));

    private final DatabaseClient db;
    private final JsonText json;

    ProgressFigures(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** @param modules only these; all when there are none */
    public Mono<Pace> pace(Area area, List<String> modules, Instant week, Instant since, Instant before) {
        return area.in(db.sql(PACE))
                .bind("all", modules.isEmpty())
                .bind("modules", modules.toArray(String[]::new))
                .bind("week", week)
                .bind("since", since)
                .bind("before", before)
                .map(row -> new Pace(
                        Objects.requireNonNull(row.get("learning", Long.class)),
                        Objects.requireNonNull(row.get("enrolled", Long.class)),
                        row.get("hours", Double.class),
                        row.get("hours_before", Double.class)))
                .one();
    }

    /** The people of an authority by name, those after this one, with what they have taken up. */
    public Mono<List<Learner>> learners(UUID authority, String afterName, UUID afterId, int limit, String language) {
        return db.sql(LEARNERS_BY_LANGUAGE.getOrDefault(language, LEARNERS.formatted("en-x-icu")))
                .bind("authority", authority)
                .bind("name", afterName)
                .bind("id", afterId)
                .bind("limit", limit)
                .map(row -> new Learner(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        json.read(Objects.requireNonNull(row.get("steps", Json.class)), new TypeReference<>() {})))
                .all()
                .collectList();
    }

    /** How long the people of each of these authorities took for what they have completed since this moment. */
    public Mono<Map<UUID, Collection<Span>>> spans(List<UUID> authorities, Instant since) {
        return db.sql(SPANS)
                .bind("authorities", authorities.toArray(UUID[]::new))
                .bind("since", since)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("authority", UUID.class)),
                        new Span(
                                Objects.requireNonNull(row.get("module", String.class)),
                                Objects.requireNonNull(row.get("people", Integer.class)),
                                Objects.requireNonNull(row.get("days", Double.class)))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Completions of an authority and all below it, by authority and the oldest first: the next after this one. */
    public Mono<List<Row>> completions(UUID authority, UUID last, UUID id) {
        return db.sql(COMPLETIONS)
                .bind("authority", authority)
                .bind("last", last)
                .bind("id", id)
                .bind("limit", TOGETHER)
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("authority", UUID.class)),
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("number", String.class)),
                        Objects.requireNonNull(row.get("language", String.class)),
                        Objects.requireNonNull(row.get("share", Double.class)),
                        Instant.ofEpochSecond(Objects.requireNonNull(row.get("completed", Long.class))),
                        Objects.requireNonNull(row.get("review", String.class)),
                        instant(row.get("decided", Long.class))))
                .all()
                .collectList();
    }

    private static @Nullable Instant instant(@Nullable Long second) {
        return second == null ? null : Instant.ofEpochSecond(second);
    }
}
