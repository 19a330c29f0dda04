package eu.includeu.academy.assessment;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Answer;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where answers are kept: one row an answer, the highest sequence wins, the same key has the same effect. */
@Repository
class Answers {

    /**
     * Holds the attempt, so that it cannot be handed in meanwhile, keeps the answer unless a later one is there, and tells
     * which one is: all in one statement, for this is what an academy does most.
     */
    private static final String KEEP = """
            with held as (
                select authority, id, official, state from assessment.attempt
                 where authority = :authority and id = :attempt and official = :official
                   for share
            ), kept as (
                insert into assessment.answer as kept
                       (authority, attempt, number, official, key, sequence, given, saved)
                select authority, id, :number, official, :key, :sequence, :given, :now from held where state = 'open'
                on conflict (authority, attempt, number) do update
                   set (key, sequence, given, saved) = (excluded.key, excluded.sequence, excluded.given, excluded.saved)
                 where kept.sequence < excluded.sequence and kept.key <> excluded.key
                returning key, sequence, given
            ), there as (
                select key, sequence, given from kept
                union all
                select key, sequence, given from assessment.answer
                 where authority = :authority and attempt = :attempt and number = :number
                   and exists (select from held) and not exists (select from kept)
            )
            select held.state = 'open' as open, there.key, there.sequence, there.given from held left join there on true
            """;

    private static final String OF = """
            select number, key, sequence, given from assessment.answer
             where authority = :authority and attempt = :attempt
            """;

    /** An answer that another one hides is seen by the next statement. */
    private static final long ONCE_MORE = 1;

    private final DatabaseClient db;
    private final JsonText json;

    Answers(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Keeps the answer unless a later one is there, and tells which one is; refused once the attempt was handed in.
     *
     * @throws Missing when there is no such attempt of this official
     */
    Mono<Given> keep(Attempt attempt, int number, Given given, Instant now) {
        return Mono.defer(() -> db.sql(KEEP)
                        .bind("authority", attempt.authority().value())
                        .bind("attempt", attempt.id().value())
                        .bind("official", attempt.official().value())
                        .bind("number", number)
                        .bind("key", given.key())
                        .bind("sequence", given.sequence())
                        .bind("given", json.write(given.answer()))
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .map(this::standing)
                        .one())
                .switchIfEmpty(Mono.error(() -> new Missing(attempt.id())))
                .doOnNext(standing -> Refused.when(!standing.open(), "attempt.already-submitted"))
                .flatMap(standing -> Mono.justOrEmpty(standing.given()))
                .repeatWhenEmpty(Integer.MAX_VALUE, again -> again.take(ONCE_MORE))
                .switchIfEmpty(Mono.error(() -> new Stale("answer " + given.key())));
    }

    /**
     * How a question stands after an answer was offered.
     *
     * @param given what is kept; null when another page's answer came in between and is not seen yet
     */
    private record Standing(boolean open, @Nullable Given given) {}

    private Standing standing(Readable row) {
        return new Standing(
                requireNonNull(row.get("open", Boolean.class)), row.get("key", UUID.class) == null ? null : given(row));
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

    private Given given(Readable row) {
        return new Given(
                requireNonNull(row.get("key", UUID.class)),
                requireNonNull(row.get("sequence", Integer.class)),
                json.read(requireNonNull(row.get("given", Json.class)), Answer.class));
    }
}
