package eu.includeu.academy.assignments;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where assignments are read for the pages of needs: none of anyone whom the asker may not see. */
@Repository
public class AssignmentFigures {

    /** A module that somebody was asked to take for a need, and how far that has come. */
    public record Duty(UUID official, String module, String state) {}

    private static final String DUTIES = """
            select official, module, state
              from assignments.assignment
             where authority = :authority and need = :need and state <> 'waived'
             order by assigned
            """;

    private static final String UNDERWAY = """
            select official, module, state
              from assignments.assignment
             where authority = any (:authorities) and state in ('assigned', 'active', 'overdue')
             order by official, module
            """;

    private final DatabaseClient db;

    AssignmentFigures(DatabaseClient db) {
        this.db = db;
    }

    /** Who of an authority was asked to take what for a need, what was taken back left out. */
    public Mono<List<Duty>> duties(UUID authority, UUID need) {
        return db.sql(DUTIES)
                .bind("authority", authority)
                .bind("need", need)
                .map(row -> new Duty(
                        Objects.requireNonNull(row.get("official", UUID.class)),
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("state", String.class))))
                .all()
                .collectList();
    }

    /** Who of these authorities was asked to take what and has not completed it. */
    public Mono<List<Duty>> underway(List<UUID> authorities) {
        return db.sql(UNDERWAY)
                .bind("authorities", authorities.toArray(UUID[]::new))
                .map(row -> new Duty(
                        Objects.requireNonNull(row.get("official", UUID.class)),
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("state", String.class))))
                .all()
                .collectList();
    }
}
