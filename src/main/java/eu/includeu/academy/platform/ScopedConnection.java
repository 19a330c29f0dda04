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
import org.reactivestreams.Publisher;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection that begins each transaction with the asker's {@link Scope} set inside it, both in one message: the
 * setting ends with the transaction. Handed on from one asker to the next it ends what the last one left open, and is
 * tried out unless it answered within the last second.
 */
final class ScopedConnection implements Connection, Wrapped<Connection> {

    /** So long an answer proves that the line is up. */
    private static final long PROOF = Duration.ofSeconds(1).toNanos();

    private final Connection plain;
    private volatile long answered = System.nanoTime();

    ScopedConnection(Connection plain) {
        this.plain = plain;
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return begin("begin");
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return begin(
                Boolean.TRUE.equals(definition.getAttribute(TransactionDefinition.READ_ONLY))
                        ? "begin read only"
                        : "begin read write");
    }

    private Mono<Void> begin(String begin) {
        return asker().flatMap(scope -> said(begin + "; " + scope.setting()));
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

    /** Reads the answers to their end: taking only the first would leave the connection in the middle of them. */
    private Mono<Void> said(String statements) {
        return Flux.from(plain.createStatement(statements).execute())
                .flatMap(Result::getRowsUpdated)
                .doOnSubscribe(asked -> answered = System.nanoTime() - PROOF)
                .doOnComplete(() -> answered = System.nanoTime())
                .then();
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
        return plain.commitTransaction();
    }

    @Override
    public Batch createBatch() {
        return plain.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return plain.createSavepoint(name);
    }

    @Override
    public Statement createStatement(String sql) {
        return plain.createStatement(sql);
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
        return plain.rollbackTransaction();
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
