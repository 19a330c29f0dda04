package eu.includeu.academy.authorities;

import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Takes note of a change of a figure, in the transaction that makes the change. {@link Folding} adds the notes up, so
 * that no write waits for a sum that everybody shares.
 */
@Repository
public class Tally {

    private static final String ADD = """
            insert into authorities.delta (authority, day, measure, amount)
            values (:authority, :day, :measure, :amount)
            """;

    private final DatabaseClient db;

    Tally(DatabaseClient db) {
        this.db = db;
    }

    /** @param measure such as {@code completions}; {@code amount} may be negative */
    public Mono<Void> add(Authority.Id authority, String measure, LocalDate day, int amount) {
        return db.sql(ADD)
                .bind("authority", authority.value())
                .bind("day", day)
                .bind("measure", measure)
                .bind("amount", amount)
                .then();
    }
}
