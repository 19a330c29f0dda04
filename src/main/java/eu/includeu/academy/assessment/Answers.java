package eu.includeu.academy.assessment;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Answer;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where answers are kept: one row an answer, the highest sequence wins, the same key has the same effect. */
@Repository
class Answers {

    private static final String SAVE = """
            insert into assessment.answer as kept (authority, attempt, number, official, key, sequence, given, saved)
            values (:authority, :attempt, :number, :official, :key, :sequence, :given, :now)
            on conflict (authority, attempt, number) do update
               set (key, sequence, given, saved) = (excluded.key, excluded.sequence, excluded.given, excluded.saved)
             where kept.sequence < excluded.sequence and kept.key <> excluded.key
            """;

    private static final String ONE = """
            select number, key, sequence, given from assessment.answer
             where authority = :authority and attempt = :attempt and number = :number
            """;

    private static final String OF = """
            select number, key, sequence, given from assessment.answer
             where authority = :authority and attempt = :attempt
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Answers(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** Keeps the answer unless a later one is there, and tells which one is. */
    Mono<Given> save(Attempt attempt, int number, Given given, Instant now) {
        return db.sql(SAVE)
                .bind("authority", attempt.authority().value())
                .bind("attempt", attempt.id().value())
                .bind("number", number)
                .bind("official", attempt.official().value())
                .bind("key", given.key())
                .bind("sequence", given.sequence())
                .bind("given", json.write(given.answer()))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then()
                .then(one(attempt, number));
    }

    /** Everything given so far, by the number of its question. */
    Mono<Map<Integer, Given>> of(Attempt attempt) {
        return db.sql(OF)
                .bind("authority", attempt.authority().value())
                .bind("attempt", attempt.id().value())
                .map(row -> Map.entry(requireNonNull(row.get("number", Integer.class)), given(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Given> one(Attempt attempt, int number) {
        return db.sql(ONE)
                .bind("authority", attempt.authority().value())
                .bind("attempt", attempt.id().value())
                .bind("number", number)
                .map(this::given)
                .one();
    }

    private Given given(Readable row) {
        return new Given(
                requireNonNull(row.get("key", UUID.class)),
                requireNonNull(row.get("sequence", Integer.class)),
                json.read(requireNonNull(row.get("given", Json.class)), Answer.class));
    }
}
