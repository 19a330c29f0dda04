package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.pairing.Round;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is kept which rounds of pairing were asked for, and what they came to. One node at a time works on them. */
@Repository
class Rounds {

    /** How to pair. */
    enum Way {
        WORTH,
        WISHES;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String key) {
            return key.equals("wishes") ? WISHES : WORTH;
        }

        Way other() {
            return this == WORTH ? WISHES : WORTH;
        }
    }

    /** A round that was asked for and has not been worked out. */
    record Wanted(UUID id, Way way) {}

    /**
     * A round and its outcome; without figures while it is being worked out.
     *
     * @param peers how many authorities took part
     * @param proposed how many visits were new
     * @param otherTotal what the way not taken would have come to
     */
    record Ended(
            Way way,
            Instant asked,
            boolean byNight,
            @Nullable Integer peers,
            @Nullable Integer proposed,
            @Nullable Double total,
            @Nullable Integer blocking,
            @Nullable Double otherTotal,
            @Nullable Integer otherBlocking) {

        boolean isEnded() {
            return peers != null;
        }
    }

    private static final String ASK = "insert into exchange.round (way, asked_by) values (:way, :who)";

    private static final String ASK_BY_NIGHT = """
            insert into exchange.round (way)
            select 'worth'
             where pg_try_advisory_xact_lock(hashtext('exchange.round'))
               and not exists (select from exchange.round where asked > now() - interval '20 hours')
            """;

    private static final String TAKE = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('exchange.round')) as mine
            )
            select id, way from exchange.round, turn
             where turn.mine and ended is null
             order by asked
             limit 1
            """;

    private static final String END = """
            update exchange.round
               set ended = :at, peers = :peers, proposed = :proposed, total = :total, blocking = :blocking,
                   other_total = :other_total, other_blocking = :other_blocking
             where id = :id
            """;

    private static final String LATEST = """
            select way, asked, asked_by is null as by_night, peers, proposed, total, blocking, other_total, other_blocking
              from exchange.round
             order by asked desc
             limit 5
            """;

    private final DatabaseClient db;

    Rounds(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> ask(Way way, Account.Id who) {
        return db.sql(ASK).bind("way", way.key()).bind("who", who.value()).then();
    }

    /** At most once in a day, whoever asked last. */
    Mono<Void> askByNight() {
        return db.sql(ASK_BY_NIGHT).then();
    }

    /** The next round to work on, if there is one and no other node is at it. */
    Mono<Wanted> take() {
        return db.sql(TAKE)
                .map(row -> new Wanted(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Way.of(Objects.requireNonNull(row.get("way", String.class)))))
                .one();
    }

    Mono<Void> end(Wanted wanted, int peers, long proposed, Round taken, Round other, Instant at) {
        return db.sql(END)
                .bind("id", wanted.id())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("peers", peers)
                .bind("proposed", (int) proposed)
                .bind("total", taken.total())
                .bind("blocking", taken.blocking())
                .bind("other_total", other.total())
                .bind("other_blocking", other.blocking())
                .then();
    }

    Mono<List<Ended>> latest() {
        return db.sql(LATEST).map(Rounds::ended).all().collectList();
    }

    private static Ended ended(Readable row) {
        return new Ended(
                Way.of(Objects.requireNonNull(row.get("way", String.class))),
                Objects.requireNonNull(row.get("asked", OffsetDateTime.class)).toInstant(),
                Boolean.TRUE.equals(row.get("by_night", Boolean.class)),
                row.get("peers", Integer.class),
                row.get("proposed", Integer.class),
                row.get("total", Double.class),
                row.get("blocking", Integer.class),
                row.get("other_total", Double.class),
                row.get("other_blocking", Integer.class));
    }
}
