package eu.includeu.academy.runs;

import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is kept which modules are given in runs that somebody leads, and when. Reference data: everyone may read it. */
@Repository
public class Facilitations {

    private static final String ALL = "select module, cost, seats from runs.facilitation order by module";

    private static final String LED = "select module from runs.facilitation where module = :module";

    private static final String SET = """
            insert into runs.facilitation as kept (module, cost, seats) values (:module, :cost, :seats)
            on conflict (module) do update set cost = excluded.cost, seats = excluded.seats, version = kept.version + 1
            """;

    private static final String REMOVE = "delete from runs.facilitation where module = :module";

    private static final String DATED = """
            select module, starts, free from runs.dated where starts >= :today order by module, starts
            """;

    private static final String ANNOUNCE = """
            insert into runs.dated (module, starts, free) values (:module, :starts, :free)
            on conflict (module, starts) do update set free = excluded.free
            """;

    private static final String CANCEL = "delete from runs.dated where module = :module and starts = :starts";

    private final DatabaseClient db;

    Facilitations(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Map<String, Led>> all() {
        return db.sql(ALL)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("module", String.class)),
                        new Led(
                                Objects.requireNonNull(row.get("cost", Long.class)),
                                Objects.requireNonNull(row.get("seats", Integer.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The module, if somebody leads it. */
    Mono<String> led(String module) {
        return db.sql(LED)
                .bind("module", module)
                .map(row -> Objects.requireNonNull(row.get("module", String.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(module)));
    }

    /** From now on the module is given in runs like this. */
    Mono<Void> set(String module, Led led) {
        return db.sql(SET)
                .bind("module", module)
                .bind("cost", led.cost())
                .bind("seats", led.seats())
                .then()
                .onErrorMap(DataIntegrityViolationException.class, unknown -> new Refused("runs.module.missing"));
    }

    /** From now on everybody takes the module alone. */
    Mono<Void> remove(String module) {
        return db.sql(REMOVE)
                .bind("module", module)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Missing(module)))
                .then();
    }

    /** The runs that are still to begin, by module. */
    public Mono<Map<String, List<Dated>>> dated(LocalDate today) {
        return db.sql(DATED)
                .bind("today", today)
                .map(row -> new Dated(
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("starts", LocalDate.class)),
                        Objects.requireNonNull(row.get("free", Integer.class))))
                .all()
                .collect(Collectors.groupingBy(Dated::module));
    }

    Mono<Void> announce(Dated run) {
        return db.sql(ANNOUNCE)
                .bind("module", run.module())
                .bind("starts", run.starts())
                .bind("free", run.free())
                .then()
                .onErrorMap(DataIntegrityViolationException.class, alone -> new Missing(run.module()));
    }

    Mono<Void> cancel(String module, LocalDate starts) {
        return db.sql(CANCEL)
                .bind("module", module)
                .bind("starts", starts)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Missing(module)))
                .then();
    }
}
