package eu.includeu.academy.planning;

import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is kept which modules are given in runs that somebody leads. Reference data: everyone may read it. */
@Repository
class Facilitations {

    private static final String ALL = "select module, cost, seats from planning.facilitation order by module";

    private static final String SET = """
            insert into planning.facilitation as kept (module, cost, seats) values (:module, :cost, :seats)
            on conflict (module) do update set cost = excluded.cost, seats = excluded.seats, version = kept.version + 1
            """;

    private static final String REMOVE = "delete from planning.facilitation where module = :module";

    private final DatabaseClient db;

    Facilitations(DatabaseClient db) {
        this.db = db;
    }

    Mono<Map<String, Framing.Led>> all() {
        return db.sql(ALL)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("module", String.class)),
                        new Framing.Led(
                                Objects.requireNonNull(row.get("cost", Long.class)),
                                Objects.requireNonNull(row.get("seats", Integer.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** From now on the module is given in runs like this. */
    Mono<Void> set(String module, Framing.Led led) {
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
}
