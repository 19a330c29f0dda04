package eu.includeu.academy.assessment;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Marked;
import eu.includeu.academy.questions.Paper;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Where attempts are kept. Each is found through the official whose it is. */
@Repository
class Attempts {

    private static final String SELECT = """
            select a.authority, a.id, a.official, a.module, a.number, a.ordinal, a.allowed, a.language, a.paper, v.quiz,
                   a.opened, a.submitted, a.won, a.won_of, a.passed, a.marks, a.version
              from assessment.attempt a
              join catalogue.version v on v.module = a.module and v.number = a.number
            """;

    private static final String FIND = SELECT + " where a.id = :id and a.official = :official";

    /** While it is answered it cannot be handed in; see {@link Answers#keep}. */
    private static final String FOR_SUBMISSION = FIND + " for update of a";

    private static final String OPEN =
            SELECT + " where a.official = :official and a.module = :module and a.state = 'open' and a.ordinal > 0";

    private static final String PRETEST = SELECT + """
             where a.official = :official and a.module = :module and a.major = :major and a.ordinal = 0
            """;

    private static final String OPEN_PRETEST = SELECT
            + " where a.official = :official and a.module = :module and a.state = 'open' and a.ordinal = 0 for update of a";

    private static final String OPEN_TO_END = OPEN + " for update of a";

    private static final String LATEST = SELECT + """
             where a.official = :official and a.module = :module and a.major = :major and a.ordinal > 0
             order by a.ordinal desc limit 1
            """;

    private static final String TRIES = """
            select v.quiz, count(a.id)::int as used, max(a.submitted) as last
              from catalogue.version v
              left join assessment.attempt a
                on a.module = v.module and a.major = v.major and a.official = :official and a.ordinal > 0
             where v.module = :module and v.number = :number
             group by v.quiz
            """;

    private static final String INSERT = """
            insert into assessment.attempt
                   (authority, official, module, number, major, ordinal, allowed, language, seed, paper, opened)
            values (:authority, :official, :module, :number, :major, :ordinal, :allowed, :language, :seed, :paper, :now)
            returning id
            """;

    private static final String GRADE = """
            update assessment.attempt
               set state = 'graded', submitted = :at, won = :won, won_of = :of, passed = :passed, marks = :marks,
                   version = version + 1
             where authority = :authority and id = :id and version = :version and state = 'open'
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Attempts(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    Mono<Attempt> find(Attempt.Id id, Account.Id official) {
        return find(FIND, id, official);
    }

    /** Held so that nothing is answered or handed in before the caller's transaction ends. */
    Mono<Attempt> findForSubmission(Attempt.Id id, Account.Id official) {
        return find(FOR_SUBMISSION, id, official);
    }

    /** The open attempt at a module; empty when there is none. */
    Mono<Attempt> open(Account.Id official, String module) {
        return of(OPEN, official, module);
    }

    /** The same, held as for submission. */
    Mono<Attempt> openToEnd(Account.Id official, String module) {
        return of(OPEN_TO_END, official, module);
    }

    /** The test before the first lesson that is still open; empty when there is none. */
    Mono<Attempt> openPretest(Account.Id official, String module) {
        return of(OPEN_PRETEST, official, module);
    }

    /** The newest attempt at a quiz, if there is one. */
    Mono<Optional<Attempt>> latest(Account.Id official, VersionId subject) {
        return find(LATEST, official, subject);
    }

    /** The test before the first lesson, if it was begun; there is one for each major number. */
    Mono<Optional<Attempt>> pretest(Account.Id official, VersionId subject) {
        return find(PRETEST, official, subject);
    }

    private Mono<Optional<Attempt>> find(String sql, Account.Id official, VersionId subject) {
        return db.sql(sql)
                .bind("official", official.value())
                .bind("module", subject.module())
                .bind("major", subject.major())
                .map(this::attempt)
                .one()
                .singleOptional();
    }

    /** How often the quiz has been sat, over all versions with the same major number. */
    Mono<Tries> tries(Account.Id official, VersionId subject, int extra) {
        return db.sql(TRIES)
                .bind("official", official.value())
                .bind("module", subject.module())
                .bind("number", subject.number())
                .map(row -> tries(row, extra))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(subject)));
    }

    /** Begins an attempt with its paper as drawn from the seed. */
    Mono<Attempt> insert(Sitting sitting, int ordinal, int allowed, Paper paper, long seed, Instant now) {
        var subject = sitting.edition().id();
        return db.sql(INSERT)
                .bind("authority", sitting.authority().value())
                .bind("official", sitting.official().value())
                .bind("module", subject.module())
                .bind("number", subject.number())
                .bind("major", subject.major())
                .bind("ordinal", ordinal)
                .bind("allowed", allowed)
                .bind("language", sitting.edition().language())
                .bind("seed", seed)
                .bind("paper", json.write(paper))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(UUID.class)
                .one()
                .map(id -> new Attempt(
                        sitting.authority(),
                        new Attempt.Id(id),
                        sitting.official(),
                        subject,
                        ordinal,
                        allowed,
                        sitting.edition().language(),
                        paper,
                        sitting.edition().quiz().passMark(),
                        now,
                        null,
                        0));
    }

    /** Keeps what a handed-in attempt brought; Stale when somebody was quicker. */
    Mono<Attempt> save(Attempt attempt) {
        var grade = requireNonNull(attempt.grade());
        return db.sql(GRADE)
                .bind("authority", attempt.authority().value())
                .bind("id", attempt.id().value())
                .bind("version", attempt.version())
                .bind("at", grade.at().atOffset(ZoneOffset.UTC))
                .bind("won", new BigDecimal(grade.share().numerator()))
                .bind("of", new BigDecimal(grade.share().denominator()))
                .bind("passed", grade.passed())
                .bind("marks", json.write(grade.marks()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(attempt.id())))
                .thenReturn(attempt);
    }

    private Mono<Attempt> find(String sql, Attempt.Id id, Account.Id official) {
        return db.sql(sql)
                .bind("id", id.value())
                .bind("official", official.value())
                .map(this::attempt)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    private Mono<Attempt> of(String sql, Account.Id official, String module) {
        return db.sql(sql)
                .bind("official", official.value())
                .bind("module", module)
                .map(this::attempt)
                .one();
    }

    private Tries tries(Readable row, int extra) {
        var rule = rule(row);
        return new Tries(
                rule.attempts() + extra,
                requireNonNull(row.get("used", Integer.class)),
                rule.waitHours(),
                instant(row.get("last", OffsetDateTime.class)));
    }

    private QuizRule rule(Readable row) {
        return json.read(requireNonNull(row.get("quiz", Json.class)), QuizRule.class);
    }

    private Attempt attempt(Readable row) {
        return new Attempt(
                new Authority.Id(requireNonNull(row.get("authority", UUID.class))),
                new Attempt.Id(requireNonNull(row.get("id", UUID.class))),
                new Account.Id(requireNonNull(row.get("official", UUID.class))),
                new VersionId(
                        requireNonNull(row.get("module", String.class)),
                        requireNonNull(row.get("number", String.class))),
                requireNonNull(row.get("ordinal", Integer.class)),
                requireNonNull(row.get("allowed", Integer.class)),
                requireNonNull(row.get("language", String.class)),
                json.read(requireNonNull(row.get("paper", Json.class)), Paper.class),
                rule(row).passMark(),
                requireNonNull(instant(row.get("opened", OffsetDateTime.class))),
                grade(row),
                requireNonNull(row.get("version", Integer.class)));
    }

    private Attempt.@Nullable Grade grade(Readable row) {
        var submitted = instant(row.get("submitted", OffsetDateTime.class));
        return submitted == null
                ? null
                : new Attempt.Grade(
                        new Fraction(
                                requireNonNull(row.get("won", BigDecimal.class)).toBigIntegerExact(),
                                requireNonNull(row.get("won_of", BigDecimal.class))
                                        .toBigIntegerExact()),
                        requireNonNull(row.get("passed", Boolean.class)),
                        json.read(requireNonNull(row.get("marks", Json.class)), new TypeReference<List<Marked>>() {}),
                        submitted);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
