package eu.includeu.academy.platform;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection whose transactions begin with the asker's {@link Scope} set inside them; the setting ends with the
 * transaction. Beginning waits for the first statement and goes on the wire together with it: whoever asks one thing waits
 * once. Handed on from one asker to the next it ends what the last one left open, and is tried out unless it answered
 * within the last second.
 */
final class ScopedConnection implements Connection, Wrapped<Connection> {

    /** So long an answer proves that the line is up. */
    private static final long PROOF = Duration.ofSeconds(1).toNanos();

    private final Connection plain;
    private final AtomicReference<@Nullable String> begin = new AtomicReference<>();
    private volatile long answered = System.nanoTime();

    ScopedConnection(Connection plain) {
        this.plain = plain;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return beginWith("begin");
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return beginWith(
                Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY))
                        ? "begin read only"
                        : "begin read write");
    }

    private Mono<Void> beginWith(String words) {
        return asker().doOnNext(scope -> begin.set(words + "; " + scope.setting()))
                .then();
    }

    /** Of whoever this chain works for: a job's own, the person's who is signed in, or nobody's. */
    static Mono<Scope> asker() {
        return Mono.deferContextual(context -> context.hasKey(Scope.class)
                ? Mono.just(context.get(Scope.class))
                : ReactiveSecurityContextHolder.getContext()
                        .flatMap(security -> Mono.justOrEmpty(security.getAuthentication()))
                        .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
                        .ofType(Scope.Holder.class)
                        .map(Scope.Holder::scope)
                        .defaultIfEmpty(Scope.NOBODY));
    }

    /** What is asked, with the beginning right before it if that still waits: both are sent before either is answered. */
    <T> Flux<T> asked(Publisher<T> question) {
        return Flux.defer(() -> {
            var words = begin.getAndSet(null);
            return words == null ? question : Flux.mergeSequential(this.<T>said(words), question);
        });
    }

    /** Reads the answers to their end: taking only the first would leave the connection in the middle of them. */
    private <T> Flux<T> said(String statements) {
        return Flux.from(plain.createStatement(statements).execute())
                .flatMap(Result::getRowsUpdated)
                .doOnSubscribe(asked -> answered = System.nanoTime() - PROOF)
                .doOnComplete(() -> answered = System.nanoTime())
                .thenMany(Flux.empty());
    }

    /** Nothing was said in it: then it never began. */
    private Mono<Void> ended(Publisher<Void> end) {
        return Mono.defer(() -> begin.getAndSet(null) == null ? Mono.from(end) : Mono.empty());
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.from(plain.validate(isProved() ? ValidationDepth.LOCAL : depth))
                .filter(Boolean::booleanValue)
                .delayUntil(alive -> isAutoCommit() ? Mono.empty() : rollbackTransaction())
                .doOnNext(alive -> answered = isProved() ? answered : System.nanoTime())
                .defaultIfEmpty(false);
    }

    private boolean isProved() {
        return System.nanoTime() - answered < PROOF;
    }

    @Override
    public Connection unwrap() {
        return plain;
    }

    @Override
    public Publisher<Void> close() {
        return plain.close();
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return ended(plain.commitTransaction());
    }

    @Override
    public Batch createBatch() {
        throw new UnsupportedOperationException("Statements are sent by createStatement, with the scope before them");
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return asked(plain.createSavepoint(name));
    }

    @Override
    public Statement createStatement(String sql) {
        return new ScopedStatement(plain.createStatement(sql), this);
    }

    @Override
    public boolean isAutoCommit() {
        return plain.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return plain.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return plain.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return plain.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return ended(plain.rollbackTransaction());
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return plain.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return plain.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return plain.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return plain.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return plain.setTransactionIsolationLevel(level);
    }
}
