package eu.includeu.academy.platform;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A statement of a {@link ScopedConnection}: the first of a transaction takes its beginning along. */
final class ScopedStatement implements Statement {

    private final Statement plain;
    private final ScopedConnection connection;

    ScopedStatement(Statement plain, ScopedConnection connection) {
        this.plain = plain;
        this.connection = connection;
    }

    @Override
    public Publisher<? extends Result> execute() {
        return connection.asked(Flux.<Result>from(plain.execute()));
    }

    @Override
    public Statement add() {
        plain.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        plain.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        plain.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        plain.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        plain.bindNull(name, type);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        plain.fetchSize(rows);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        plain.returnGeneratedValues(columns);
        return this;
    }
}
