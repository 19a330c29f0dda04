package eu.includeu.academy.capacity;

import eu.includeu.academy.authorities.Area;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where needs are counted. */
@Repository
public class NeedFigures {

    /** How many needs for a competency an authority has: still open, closed, and all that were not taken back. */
    public record Count(Authority.Id authority, Competency.Id competency, long open, long closed, long all) {}

    /** An open need as every colleague may read it: no figure of people but how many are wanted. */
    public record Open(UUID id, Competency.Id competency, int target, int staff, LocalDate deadline, int tile) {}

    /** That a need was declared, and when. */
    public record Declared(UUID id, Competency.Id competency, Instant declared) {}

    private static final String LATEST = """
            select n.id, n.competency, n.declared
              from capacity.need n
             where n.authority = :authority and n.state not in ('draft', 'withdrawn') and n.declared >= :since
             order by n.declared desc
             limit 1
            """;

    private static final String OPEN = """
            select n.id, n.competency, n.target, n.staff, n.deadline, n.state
              from capacity.need n
             where n.authority = :authority and n.state not in ('draft', 'withdrawn', 'closed')
             order by n.deadline, n.id
            """;

    private static final String COUNTS = """
            select n.authority, n.competency,
                   count(*) filter (where n.state <> 'closed') as open,
                   count(*) filter (where n.state = 'closed') as closed,
                   count(*) as all
              from capacity.need n
             where n.state not in ('draft', 'withdrawn') and n.authority in """ + Area.IDS + " group by n.authority, n.competency";

    private final DatabaseClient db;

    NeedFigures(DatabaseClient db) {
        this.db = db;
    }

    /** Of these authorities, as far as the asker's reach goes. */
    public Mono<List<Count>> counts(Area area) {
        return area.in(db.sql(COUNTS))
                .map(row -> new Count(
                        new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                        new Competency.Id(Objects.requireNonNull(row.get("competency", String.class))),
                        Objects.requireNonNull(row.get("open", Long.class)),
                        Objects.requireNonNull(row.get("closed", Long.class)),
                        Objects.requireNonNull(row.get("all", Long.class))))
                .all()
                .collectList();
    }

    /** Those of one authority that are still open, by deadline. */
    public Mono<List<Open>> open(UUID authority) {
        return db.sql(OPEN)
                .bind("authority", authority)
                .map(row -> new Open(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        new Competency.Id(Objects.requireNonNull(row.get("competency", String.class))),
                        Objects.requireNonNull(row.get("target", Integer.class)),
                        Objects.requireNonNull(row.get("staff", Integer.class)),
                        Objects.requireNonNull(row.get("deadline", LocalDate.class)),
                        Need.State.valueOf(Objects.requireNonNull(row.get("state", String.class))
                                        .toUpperCase(Locale.ROOT))
                                .tile()))
                .all()
                .collectList();
    }

    /** The newest need of an authority, if one was declared since this day. */
    public Mono<Declared> latest(UUID authority, LocalDate since) {
        return db.sql(LATEST)
                .bind("authority", authority)
                .bind("since", since)
                .map(row -> new Declared(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        new Competency.Id(Objects.requireNonNull(row.get("competency", String.class))),
                        Objects.requireNonNull(row.get("declared", OffsetDateTime.class))
                                .toInstant()))
                .one();
    }
}
