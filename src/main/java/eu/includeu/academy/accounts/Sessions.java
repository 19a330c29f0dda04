package eu.includeu.academy.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.JsonText;
import io.r2dbc.postgresql.codec.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/**
 * Where sessions are kept: in PostgreSQL, so that they survive a restart and serve every node; the id only as a hash;
 * a copy for a few seconds on each node. What a session holds is text: the person, the CSRF token, the language and the
 * page that was asked for before signing in.
 */
@Repository
class Sessions implements ReactiveSessionRepository<MapSession> {

    /** The entry that names the person. */
    static final String ACCOUNT = "account";

    static final Duration IDLE = Duration.ofHours(12);

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration NOTED = Duration.ofMinutes(5);

    private static final String READ =
            "select account, content, created, accessed, expires from accounts.session_read(:id)";
    private static final String WRITE =
            "select accounts.session_write(:id, :account, :content, :created, :accessed, :expires)";
    private static final String DELETE = "select accounts.session_delete(:id)";
    private static final String SWEEP = "select accounts.sessions_sweep()";

    private final DatabaseClient db;
    private final JsonText json;
    private final Changes changes;
    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** A session as it was last read or written. */
    private record Kept(String id, Map<String, Object> entries, Instant created, Instant accessed) {

        static Kept of(MapSession session) {
            var entries = new HashMap<String, Object>();
            session.getAttributeNames()
                    .forEach(name -> entries.put(name, Objects.requireNonNull(session.getAttribute(name))));
            return new Kept(
                    session.getId(), Map.copyOf(entries), session.getCreationTime(), session.getLastAccessedTime());
        }

        MapSession session() {
            var session = new MapSession(id);
            session.setCreationTime(created);
            session.setLastAccessedTime(accessed);
            session.setMaxInactiveInterval(IDLE);
            entries.forEach(session::setAttribute);
            return session;
        }

        /** Nothing new, and seen not long ago: then it need not be written. */
        boolean stillTells(Kept now) {
            return entries.equals(now.entries) && now.accessed.isBefore(accessed.plus(NOTED));
        }
    }

    Sessions(DatabaseClient db, JsonText json, Changes changes) {
        this.db = db;
        this.json = json;
        this.changes = changes;
    }

    @Override
    public Mono<MapSession> createSession() {
        return Mono.fromSupplier(() -> {
            var session = new MapSession();
            session.setMaxInactiveInterval(IDLE);
            return session;
        });
    }

    @Override
    public Mono<Void> save(MapSession session) {
        var now = Kept.of(session);
        var before = kept.getIfPresent(hash(session.getOriginalId()));
        if (session.getId().equals(session.getOriginalId()) && before != null && before.stillTells(now)) {
            return Mono.empty();
        }
        return renewed(session).then(write(now)).doOnSuccess(done -> kept.put(hash(now.id()), now));
    }

    @Override
    public Mono<MapSession> findById(String id) {
        var hash = hash(id);
        var known = kept.getIfPresent(hash);
        return known != null && known.id().equals(id)
                ? Mono.just(known.session())
                : db.sql(READ)
                        .bind("id", HexFormat.of().parseHex(hash))
                        .map(row -> new Kept(
                                id,
                                entries(Objects.requireNonNull(row.get("content", byte[].class))),
                                instant(row.get("created", OffsetDateTime.class)),
                                instant(row.get("accessed", OffsetDateTime.class))))
                        .one()
                        .doOnNext(found -> kept.put(hash, found))
                        .map(Kept::session);
    }

    @Override
    public Mono<Void> deleteById(String id) {
        var hash = hash(id);
        return db.sql(DELETE)
                .bind("id", HexFormat.of().parseHex(hash))
                .then()
                .then(changes.tell("session", hash))
                .doOnSuccess(done -> kept.invalidate(hash));
    }

    /** Another node ended it. */
    void forget(String hash) {
        if (hash.isEmpty()) {
            kept.invalidateAll();
        } else {
            kept.invalidate(hash);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    Mono<Void> sweep() {
        return db.sql(SWEEP).then();
    }

    /** After sign-in a session goes on under a new id; the old one opens nothing any more. */
    private Mono<Void> renewed(MapSession session) {
        return session.getId().equals(session.getOriginalId()) ? Mono.empty() : deleteById(session.getOriginalId());
    }

    private Mono<Void> write(Kept session) {
        var account = session.entries().get(ACCOUNT);
        return db.sql(WRITE)
                .bind("id", HexFormat.of().parseHex(hash(session.id())))
                .bind(
                        "account",
                        Parameter.fromOrEmpty(account == null ? null : UUID.fromString(account.toString()), UUID.class))
                .bind("content", json.write(session.entries()).asArray())
                .bind("created", session.created().atOffset(ZoneOffset.UTC))
                .bind("accessed", session.accessed().atOffset(ZoneOffset.UTC))
                .bind("expires", session.accessed().plus(IDLE).atOffset(ZoneOffset.UTC))
                .then();
    }

    private Map<String, Object> entries(byte[] content) {
        return json.read(Json.of(content), new TypeReference<Map<String, Object>>() {});
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }

    private static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
