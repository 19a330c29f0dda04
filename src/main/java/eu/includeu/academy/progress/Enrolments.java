package eu.includeu.academy.progress;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.progress.Enrolment.Stage;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where enrolments are kept, with their lessons: a row a lesson that was opened, and it never goes back. */
@Repository
class Enrolments {

    /** The stages of all lessons in their order: 0 not opened, 1 opened, 2 done. */
    private static final String COLUMNS = """
            select e.authority, e.id, e.official, e.module, e.number, v.theme, e.language, e.state, e.enrolled, e.touched,
                   e.completed, e.extra_attempts, e.version,
                   array(select case when l.lesson is null then 0 when l.done is null then 1 else 2 end
                           from generate_series(1, e.lessons) as place
                           left join progress.lesson l
                             on l.authority = e.authority and l.enrolment = e.id and l.lesson = place
                          order by place) as stages
            """;

    private static final String TABLES = """
              from progress.enrolment e
              join catalogue.version v on v.module = e.module and v.number = e.number
            """;

    private static final String SELECT = COLUMNS + TABLES;

    /** One of a person's own. An identifier alone would be looked for in every authority (a key begins with its authority). */
    private static final String OWN = " where e.id = :id and e.official = :official";

    private static final String FIND = SELECT + OWN;

    /** Another person's, for whoever answers for these roots. */
    private static final String BELOW = """
             where e.id = :id and e.official <> :me and e.authority in (
                   select descendant from authorities.closure
                    where ancestor = any (:roots) and valid @> current_date)
            """;

    private static final String FIND_BELOW = SELECT + BELOW;

    private static final String OF_MODULE =
            SELECT + " where e.official = :official and e.module = :module order by e.enrolled desc, e.id desc";

    private static final String OPEN = SELECT + """
             where e.official = :official and e.module = :module
               and e.state in ('enrolled', 'in_progress', 'quiz_open', 'locked')
            """;

    /**
     * A lock is taken by a statement of its own: the one that reads comes after it and sees the lessons as whoever held
     * the lock before left them.
     */
    static final String HOLD = "select e.id from progress.enrolment e" + OWN + " for update";

    private static final String HOLD_BELOW = "select e.id from progress.enrolment e" + BELOW + " for update of e";

    private static final String HOLD_OPEN = """
            select e.id from progress.enrolment e
             where e.official = :official and e.module = :module
               and e.state in ('enrolled', 'in_progress', 'quiz_open', 'locked')
               for update
            """;

    private static final String OF_OFFICIAL =
            SELECT + " where e.official = :official and e.state <> 'withdrawn' order by e.touched desc, e.id";

    private static final String INSERT = """
            insert into progress.enrolment
                   (authority, official, module, number, major, language, state, lessons, done, enrolled, touched,
                    extra_attempts)
            values (:authority, :official, :module, :number, :major, :language, :state, :lessons, :done, :now, :now,
                    :extra)
            returning id
            """;

    private static final String UPDATE = """
            update progress.enrolment
               set state = :state, done = :done, language = :language, touched = :touched, completed = :completed,
                   extra_attempts = :extra, version = version + 1
             where authority = :authority and id = :id and version = :version
            """;

    private static final String LESSONS = """
            insert into progress.lesson as kept (authority, enrolment, lesson, official, opened, done)
            select :authority, :enrolment, reached.lesson, :official, :now, case when reached.done then :now end
              from unnest(:lessons, :dones) as reached (lesson, done)
            on conflict (authority, enrolment, lesson) do update set done = excluded.done
             where kept.done is null and excluded.done is not null
            """;

    private final DatabaseClient db;

    Enrolments(DatabaseClient db) {
        this.db = db;
    }

    Mono<Enrolment> find(Enrolment.Id id, Account.Id official) {
        return one(own(FIND, id, official), id);
    }

    /** Held until the caller's transaction ends, so that two steps at once are taken one after the other. */
    Mono<Enrolment> findToChange(Enrolment.Id id, Account.Id official) {
        return hold(own(HOLD, id, official)).then(find(id, official));
    }

    /** Another person's, held, for a coordinator who answers for them; never the coordinator's own. */
    Mono<Enrolment> findBelow(Enrolment.Id id, Account coordinator) {
        return hold(below(HOLD_BELOW, id, coordinator)).then(one(below(FIND_BELOW, id, coordinator), id));
    }

    /** Every enrolment of an official in a module, newest first. */
    Mono<Past> past(Account.Id official, String module) {
        return of(OF_MODULE, official, module)
                .map(Enrolments::enrolment)
                .all()
                .collectList()
                .map(Past::new);
    }

    /** The enrolment under way, held; empty when there is none. */
    Mono<Enrolment> open(Account.Id official, String module) {
        return of(HOLD_OPEN, official, module)
                .mapValue(UUID.class)
                .all()
                .then(of(OPEN, official, module).map(Enrolments::enrolment).one());
    }

    /** All that an official takes or has completed, what was touched last first. */
    Mono<List<Enrolment>> of(Account.Id official) {
        return db.sql(OF_OFFICIAL)
                .bind("official", official.value())
                .map(Enrolments::enrolment)
                .all()
                .collectList();
    }

    /** Begins an enrolment; refused when one is open, also when another window was quicker. */
    Mono<Enrolment> insert(Account me, Offer offer, Past past, Instant now) {
        var subject = offer.id();
        var lessons = past.lessons(subject, offer.lessons());
        var extra = past.extraAttempts(subject);
        return db.sql(INSERT)
                .bind("authority", me.authority().value())
                .bind("official", me.id().value())
                .bind("module", subject.module())
                .bind("number", subject.number())
                .bind("major", subject.major())
                .bind("language", offer.language())
                .bind("state", Enrolment.begun(lessons).name().toLowerCase(Locale.ROOT))
                .bind("lessons", lessons.size())
                .bind("done", (int) lessons.stream().filter(Stage.DONE::equals).count())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("extra", extra)
                .mapValue(UUID.class)
                .one()
                .onErrorMap(DuplicateKeyException.class, twice -> new Refused("enrolment.open"))
                .map(id -> new Enrolment(
                        me.authority(),
                        new Enrolment.Id(id),
                        me.id(),
                        subject,
                        offer.theme(),
                        offer.language(),
                        Enrolment.begun(lessons),
                        lessons,
                        now,
                        now,
                        null,
                        extra,
                        0))
                .delayUntil(this::saveLessons);
    }

    /** Keeps the enrolment as it is now; lessons are merged, each to the furthest it has been. */
    Mono<Enrolment> save(Enrolment enrolment) {
        return db.sql(UPDATE)
                .bind("state", enrolment.state().name().toLowerCase(Locale.ROOT))
                .bind("done", enrolment.done())
                .bind("language", enrolment.language())
                .bind("touched", enrolment.touched().atOffset(ZoneOffset.UTC))
                .bind("completed", Parameter.fromOrEmpty(utc(enrolment.completed()), OffsetDateTime.class))
                .bind("extra", enrolment.extraAttempts())
                .bind("authority", enrolment.authority().value())
                .bind("id", enrolment.id().value())
                .bind("version", enrolment.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(enrolment.id())))
                .then(saveLessons(enrolment))
                .thenReturn(enrolment);
    }

    private Mono<Void> saveLessons(Enrolment enrolment) {
        var reached = IntStream.rangeClosed(1, enrolment.lessons().size())
                .filter(lesson -> enrolment.lessons().get(lesson - 1) != Stage.EMPTY)
                .boxed()
                .toArray(Integer[]::new);
        return reached.length == 0
                ? Mono.empty()
                : db.sql(LESSONS)
                        .bind("authority", enrolment.authority().value())
                        .bind("enrolment", enrolment.id().value())
                        .bind("official", enrolment.official().value())
                        .bind("now", enrolment.touched().atOffset(ZoneOffset.UTC))
                        .bind("lessons", reached)
                        .bind(
                                "dones",
                                Arrays.stream(reached).map(enrolment::isDone).toArray(Boolean[]::new))
                        .then();
    }

    private static Mono<Void> hold(DatabaseClient.GenericExecuteSpec query) {
        return query.mapValue(UUID.class).all().then();
    }

    private DatabaseClient.GenericExecuteSpec own(String sql, Enrolment.Id id, Account.Id official) {
        return db.sql(sql).bind("id", id.value()).bind("official", official.value());
    }

    private DatabaseClient.GenericExecuteSpec below(String sql, Enrolment.Id id, Account coordinator) {
        return db.sql(sql)
                .bind("id", id.value())
                .bind("me", coordinator.id().value())
                .bind("roots", coordinator.roots());
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Account.Id official, String module) {
        return db.sql(sql).bind("official", official.value()).bind("module", module);
    }

    private static Mono<Enrolment> one(DatabaseClient.GenericExecuteSpec query, Enrolment.Id id) {
        return query.map(Enrolments::enrolment).one().switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    private static Enrolment enrolment(Readable row) {
        return new Enrolment(
                new Authority.Id(requireNonNull(row.get("authority", UUID.class))),
                new Enrolment.Id(requireNonNull(row.get("id", UUID.class))),
                new Account.Id(requireNonNull(row.get("official", UUID.class))),
                new VersionId(
                        requireNonNull(row.get("module", String.class)),
                        requireNonNull(row.get("number", String.class))),
                requireNonNull(row.get("theme", String.class)),
                requireNonNull(row.get("language", String.class)),
                Enrolment.State.valueOf(
                        requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                Arrays.stream(requireNonNull(row.get("stages", Integer[].class)))
                        .map(stage -> Stage.values()[stage])
                        .toList(),
                requireNonNull(row.get("enrolled", OffsetDateTime.class)).toInstant(),
                requireNonNull(row.get("touched", OffsetDateTime.class)).toInstant(),
                instant(row.get("completed", OffsetDateTime.class)),
                requireNonNull(row.get("extra_attempts", Integer.class)),
                requireNonNull(row.get("version", Integer.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
