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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.MapSession;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/**
 * Where sessions are kept: in PostgreSQL, so that they survive a restart and serve every node; the id only as a hash;
 * a copy for a few seconds on each node. What a session holds is text: the person, the CSRF token, the language and the
 * page that was asked for before signing in.
 */
@Repository
class Sessions implements ReactiveSessionRepository<Sessions.Borrowed> {

    /** The entry that names the person. */
    static final String ACCOUNT = "account";

    static final Duration IDLE = Duration.ofHours(12);

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration NOTED = Duration.ofMinutes(5);

    private static final String READ =
            "select account, content, created, accessed, expires from accounts.session_read(:id)";
    private static final String WRITE =
            "select accounts.session_write(:id, :account, :content, :created, :accessed, :expires)";
    private static final String RENEW =
            "select accounts.session_renew(:id, :account, :content, :accessed, :expires) as there";
    private static final String DELETE = "select accounts.session_delete(:id)";
    private static final String SWEEP = "select accounts.sessions_sweep()";

    private final DatabaseClient db;
    private final JsonText json;
    private final Changes changes;
    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** A session in the hands of one request, which knows what it changes: others may be at work on the same one. */
    static final class Borrowed implements Session {

        private final MapSession plain;
        private final Map<String, Object> before;
        private final Instant accessedBefore;

        /** The id under which it was last read or written; a new one has none yet. */
        private volatile @Nullable String keptAs;

        private Borrowed(MapSession fresh) {
            this.plain = fresh;
            this.before = Map.of();
            this.accessedBefore = Instant.MIN;
            this.keptAs = null;
            plain.setMaxInactiveInterval(IDLE);
        }

        private Borrowed(Kept kept) {
            this.plain = new MapSession(kept.id);
            this.before = kept.entries;
            this.accessedBefore = kept.accessed;
            this.keptAs = kept.id;
            plain.setCreationTime(kept.created);
            plain.setLastAccessedTime(kept.accessed);
            plain.setMaxInactiveInterval(IDLE);
            kept.entries.forEach(plain::setAttribute);
        }

        /** Nothing was changed in it, and it was seen not long ago: one that has ended meanwhile stays so. */
        boolean isAsItWas() {
            return isKept()
                    && entries().equals(before)
                    && !accessedBefore.equals(Instant.MIN)
                    && getLastAccessedTime().isBefore(accessedBefore.plus(NOTED));
        }

        /** What is there now, with what this request put in or took out. */
        Map<String, Object> onto(Map<String, Object> there) {
            var mine = entries();
            var merged = new HashMap<>(there);
            before.keySet().stream().filter(name -> !mine.containsKey(name)).forEach(merged::remove);
            mine.forEach((name, value) -> {
                if (!value.equals(before.get(name))) {
                    merged.put(name, value);
                }
            });
            return merged;
        }

        /** It is there under the id that it bears: what changes may only be written over it. */
        boolean isKept() {
            return getId().equals(keptAs);
        }

        Optional<String> keptAs() {
            return Optional.ofNullable(keptAs);
        }

        private void isKeptNow() {
            keptAs = getId();
        }

        private Map<String, Object> entries() {
            return getAttributeNames().stream()
                    .collect(Collectors.toMap(
                            Function.identity(), name -> Objects.requireNonNull(plain.<Object>getAttribute(name))));
        }

        @Override
        public String getId() {
            return plain.getId();
        }

        @Override
        public String changeSessionId() {
            return plain.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return plain.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return plain.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            plain.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            plain.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return plain.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            plain.setLastAccessedTime(time);
        }

        @Override
        public Instant getLastAccessedTime() {
            return plain.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            plain.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return plain.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return plain.isExpired();
        }
    }

    /** A session as it was last read or written. */
    private record Kept(String id, Map<String, Object> entries, Instant created, Instant accessed) {

        /** The session as this request leaves it, with what others have changed since. */
        static Kept of(Borrowed session, @Nullable Kept there) {
            return new Kept(
                    session.getId(),
                    Map.copyOf(there == null ? session.entries() : session.onto(there.entries)),
                    session.getCreationTime(),
                    session.getLastAccessedTime());
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
    public Mono<Borrowed> createSession() {
        return Mono.fromSupplier(() -> new Borrowed(new MapSession()));
    }

    /** What was read is written over what is there, and nowhere else: one that has ended meanwhile stays ended. */
    @Override
    public Mono<Void> save(Borrowed session) {
        var before = session.keptAs().map(id -> kept.getIfPresent(hash(id))).orElse(null);
        var now = Kept.of(session, before);
        if (session.isAsItWas() || session.isKept() && before != null && before.stillTells(now)) {
            return Mono.empty();
        }
        return session.isKept() ? renew(now) : begin(session, now);
    }

    @Override
    public Mono<Borrowed> findById(String id) {
        var hash = hash(id);
        var known = kept.getIfPresent(hash);
        return known != null && known.id().equals(id)
                ? Mono.just(new Borrowed(known))
                : db.sql(READ)
                        .bind("id", HexFormat.of().parseHex(hash))
                        .map(row -> new Kept(
                                id,
                                entries(Objects.requireNonNull(row.get("content", byte[].class))),
                                instant(row.get("created", OffsetDateTime.class)),
                                instant(row.get("accessed", OffsetDateTime.class))))
                        .one()
                        .doOnNext(found -> kept.put(hash, found))
                        .map(Borrowed::new);
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

    /** A new one; or one that goes on under a new id after signing in: the old id opens nothing any more. */
    private Mono<Void> begin(Borrowed session, Kept now) {
        return Mono.justOrEmpty(session.keptAs())
                .flatMap(this::deleteById)
                .then(bound(WRITE, now)
                        .bind("created", now.created().atOffset(ZoneOffset.UTC))
                        .then())
                .doOnSuccess(done -> {
                    session.isKeptNow();
                    kept.put(hash(now.id()), now);
                });
    }

    private Mono<Void> renew(Kept now) {
        return bound(RENEW, now)
                .mapValue(Boolean.class)
                .one()
                .doOnNext(there -> keepOrForget(now, there))
                .then();
    }

    private void keepOrForget(Kept now, boolean there) {
        if (there) {
            kept.put(hash(now.id()), now);
        } else {
            kept.invalidate(hash(now.id()));
        }
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, Kept session) {
        var account = session.entries().get(ACCOUNT);
        return db.sql(statement)
                .bind("id", HexFormat.of().parseHex(hash(session.id())))
                .bind(
                        "account",
                        Parameter.fromOrEmpty(account == null ? null : UUID.fromString(account.toString()), UUID.class))
                .bind("content", json.write(session.entries()).asArray())
                .bind("accessed", session.accessed().atOffset(ZoneOffset.UTC))
                .bind("expires", session.accessed().plus(IDLE).atOffset(ZoneOffset.UTC));
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
