package eu.includeu.academy.authorities;

import eu.includeu.academy.platform.Missing;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where authorities are kept. Reference data: everyone may read it. */
@Repository
public class Authorities {

    private static final String COLUMNS =
            " a.id, a.name, a.name_latin, a.kind, a.country, a.territory, a.languages, a.population, a.review_required, a.contact, a.version ";

    private static final String FIND =
            "select" + COLUMNS + "from authorities.authority a where a.id = :id and a.closed is null";

    private static final String THESE = "select" + COLUMNS
            + "from authorities.authority a where a.id = any (:ids) and a.closed is null order by a.name";

    private static final String ALL = "select" + COLUMNS
            + "from authorities.authority a where a.closed is null order by a.country nulls first, a.name";

    private static final String CHILDREN = "select" + COLUMNS + """
              from authorities.closure c
              join authorities.authority a on a.id = c.descendant
             where c.ancestor = :id and c.depth = 1 and c.valid @> current_date
             order by a.name
            """;

    /** From the authority itself up to the root. */
    private static final String LINE = "select" + COLUMNS + """
              from authorities.closure c
              join authorities.authority a on a.id = c.ancestor
             where c.descendant = :id and c.valid @> current_date
             order by c.depth
            """;

    private static final String BELOW = "select" + COLUMNS + """
              from authorities.authority a
             where a.closed is null and a.id in (
                   select descendant from authorities.closure where ancestor = any (:ids) and valid @> current_date)
             order by a.country nulls first, a.name
            """;

    private static final String ROOTS = """
            select a.ancestor
              from authorities.closure a
             where a.depth = 0 and a.valid @> current_date
               and not exists (select from authorities.closure up
                                where up.descendant = a.ancestor and up.depth = 1 and up.valid @> current_date)
            """;

    private final DatabaseClient db;

    Authorities(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Authority> find(Authority.Id id) {
        return db.sql(FIND)
                .bind("id", id.value())
                .map(Authorities::authority)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** These alone, by name. */
    public Mono<List<Authority>> these(List<Authority.Id> ids) {
        return db.sql(THESE)
                .bind("ids", ids.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(Authorities::authority)
                .all()
                .collectList();
    }

    public Mono<List<Authority>> all() {
        return db.sql(ALL).map(Authorities::authority).all().collectList();
    }

    /** Those with none above them: a job works its way down from these. */
    public Mono<List<Authority.Id>> roots() {
        return db.sql(ROOTS).mapValue(UUID.class).all().map(Authority.Id::new).collectList();
    }

    /** These and all below them, each once, by country and name. */
    public Mono<List<Authority>> below(List<Authority.Id> ids) {
        return db.sql(BELOW)
                .bind("ids", ids.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(Authorities::authority)
                .all()
                .collectList();
    }

    /** Those directly below, by name. */
    public Mono<List<Authority>> children(Authority.Id id) {
        return db.sql(CHILDREN)
                .bind("id", id.value())
                .map(Authorities::authority)
                .all()
                .collectList();
    }

    /** The authority and all above it, nearest first. */
    public Mono<List<Authority>> line(Authority.Id id) {
        return db.sql(LINE)
                .bind("id", id.value())
                .map(Authorities::authority)
                .all()
                .collectList();
    }

    private static Authority authority(Readable row) {
        return new Authority(
                new Authority.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("name_latin", String.class),
                Authority.Kind.valueOf(
                        Objects.requireNonNull(row.get("kind", String.class)).toUpperCase(Locale.ROOT)),
                row.get("country", String.class),
                row.get("territory", String.class),
                Arrays.asList(Objects.requireNonNull(row.get("languages", String[].class))),
                row.get("population", Integer.class),
                Boolean.TRUE.equals(row.get("review_required", Boolean.class)),
                row.get("contact", String.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }
}
