package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is read which modules were completed: in fives, whoever asks. */
@Repository
class Uses {

    private static final String USED = "select module, people from closing.used(:body, :first, :last, :day)";

    private final DatabaseClient db;

    Uses(DatabaseClient db) {
        this.db = db;
    }

    /** By the people of an authority and all that stood below it on a day, the most used first. */
    Mono<List<Council.Used>> of(Authority.Id authority, LocalDate first, LocalDate last, LocalDate day) {
        return db.sql(USED)
                .bind("body", authority.value())
                .bind("first", first)
                .bind("last", last)
                .bind("day", day)
                .map(row -> new Council.Used(
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("people", Integer.class))))
                .all()
                .collectList();
    }
}
