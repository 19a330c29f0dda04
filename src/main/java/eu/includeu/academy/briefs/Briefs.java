package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where briefs are kept. */
@Repository
class Briefs {

    /** A need of somebody's house that a brief is for. */
    record Waiting(Brief brief, Authority.Id authority, UUID need) {}

    private static final String COLUMNS = """
             b.id, b.competency, b.level, b.language, b.reason, b.trainer, b.byline, b.draft, b.authorities, b.officials,
             b.deadline, b.state, b.taken, b.ended, b.delivered_by, b.why, b.version
            """;

    private static final String FIND = "select" + COLUMNS + "from briefs.brief b where b.id = :id";

    private static final String OPEN =
            "select" + COLUMNS + "from briefs.brief b where b.state = 'taken' order by b.taken, b.id";

    private static final String OF = "select" + COLUMNS + """
              from briefs.brief b
             where b.trainer = :trainer
             order by (b.state <> 'taken'), b.taken desc, b.id
             limit 50
            """;

    private static final String ADD = """
            insert into briefs.brief (id, competency, level, language, reason, trainer, byline, draft, authorities, officials,
                   deadline, state, taken)
            values (:id, :competency, :level, :language, :reason, :trainer, :byline, :draft, :authorities, :officials,
                   :deadline, 'taken', :taken)
            """;

    private static final String END = """
            update briefs.brief
               set state = :state, ended = :ended, why = :why, version = version + 1
             where id = :id and version = :version
            """;

    private static final String DELIVER = """
            update briefs.brief b
               set state = 'delivered', ended = :at, delivered_by = :module, version = version + 1
              from jsonb_to_recordset(:rungs) as r (competency text, level int)
             where b.state = 'taken' and b.competency = r.competency and b.level = r.level and b.language = any (:languages)
            """;

    /** Names of those authorities that the asker may know by name; none twice. */
    private static final String CONCERNED = """
            select distinct a.id, a.name, a.name_latin
              from demand.place p
              join authorities.authority a on a.id = p.authority
             where p.competency = :competency and p.level = :level and p.language = :language and p.reason <> ''
               and p.verified
             order by a.name
            """;

    private static final String WAITING = "select p.authority, p.need," + COLUMNS + """
              from demand.place p
              join briefs.brief b on b.competency = p.competency and b.level = p.level and b.language = p.language
             where p.reason <> '' and b.state = 'taken'
               and p.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
             order by b.taken desc, b.id, p.authority, p.need
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Briefs(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    Mono<Brief> find(Brief.Id id) {
        return db.sql(FIND)
                .bind("id", id.value())
                .map(Briefs::brief)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** All that are being written. */
    Mono<List<Brief>> open() {
        return db.sql(OPEN).map(Briefs::brief).all().collectList();
    }

    /** A trainer's own, those being written first. */
    Mono<List<Brief>> of(Account.Id trainer) {
        return db.sql(OF)
                .bind("trainer", trainer.value())
                .map(Briefs::brief)
                .all()
                .collectList();
    }

    /** One trainer at a time writes the same; a second is told so. */
    Mono<Brief> add(Brief brief) {
        return db.sql(ADD)
                .bind("id", brief.id().value())
                .bind("competency", brief.rung().competency().value())
                .bind("level", brief.rung().level())
                .bind("language", brief.language())
                .bind("reason", brief.reason().key())
                .bind("trainer", brief.trainer().value())
                .bind("byline", brief.byline())
                .bind("draft", Parameter.fromOrEmpty(brief.draft(), UUID.class))
                .bind("authorities", brief.authorities())
                .bind("officials", brief.officials())
                .bind("deadline", Parameter.fromOrEmpty(brief.deadline(), LocalDate.class))
                .bind("taken", brief.taken().atOffset(ZoneOffset.UTC))
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> new Refused("brief.taken-already"))
                .thenReturn(brief);
    }

    /** Keeps that it was given back. */
    Mono<Brief> end(Brief brief) {
        return db.sql(END)
                .bind("id", brief.id().value())
                .bind("version", brief.version())
                .bind("state", brief.state().key())
                .bind("ended", Objects.requireNonNull(brief.ended()).atOffset(ZoneOffset.UTC))
                .bind("why", Parameter.fromOrEmpty(brief.why(), String.class))
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(brief.id())))
                .thenReturn(brief);
    }

    /** Ends all that are covered by these rungs in these languages. */
    Mono<Void> deliver(List<Rung> rungs, List<String> languages, String module, Instant at) {
        return db.sql(DELIVER)
                .bind("rungs", json.write(rungs))
                .bind("languages", languages.toArray(String[]::new))
                .bind("module", module)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** An authority that waits, by name. */
    record Concerned(Authority.Id id, String name, @Nullable String nameLatin) {

        String nameIn(String language) {
            return nameLatin == null || language.equals("el") ? name : nameLatin;
        }
    }

    Mono<List<Concerned>> concerned(Rung rung, String language) {
        return db.sql(CONCERNED)
                .bind("competency", rung.competency().value())
                .bind("level", rung.level())
                .bind("language", language)
                .map(row -> new Concerned(
                        new Authority.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("name_latin", String.class)))
                .all()
                .collectList();
    }

    /** What is being written for needs at and below these authorities. */
    Mono<List<Waiting>> waiting(List<Authority.Id> roots) {
        return db.sql(WAITING)
                .bind("roots", roots.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(row -> new Waiting(
                        brief(row),
                        new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                        Objects.requireNonNull(row.get("need", UUID.class))))
                .all()
                .collectList();
    }

    private static Brief brief(Readable row) {
        var ended = row.get("ended", OffsetDateTime.class);
        return new Brief(
                new Brief.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Rung.of(
                        Objects.requireNonNull(row.get("competency", String.class)),
                        Objects.requireNonNull(row.get("level", Integer.class))),
                Objects.requireNonNull(row.get("language", String.class)),
                Shortfall.of(Objects.requireNonNull(row.get("reason", String.class))),
                new Account.Id(Objects.requireNonNull(row.get("trainer", UUID.class))),
                Objects.requireNonNull(row.get("byline", String.class)),
                row.get("draft", UUID.class),
                Objects.requireNonNull(row.get("authorities", Integer.class)),
                Objects.requireNonNull(row.get("officials", Integer.class)),
                row.get("deadline", LocalDate.class),
                Brief.State.of(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("taken", OffsetDateTime.class)).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.get("delivered_by", String.class),
                row.get("why", String.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }
}
