package eu.includeu.academy.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Begins each transaction with the asker's {@link Scope} set inside it; the setting ends with the transaction. */
class ScopedTransactionManager extends R2dbcTransactionManager {

    private static final String SET =
            "select set_config('academy.person', $1, true), set_config('academy.roots', $2, true)";

    ScopedTransactionManager(ConnectionFactory connections) {
        super(connections);
    }

    @Override
    protected Mono<Void> prepareTransactionalConnection(Connection connection, TransactionDefinition definition) {
        return super.prepareTransactionalConnection(connection, definition)
                .then(scope())
                .flatMap(scope -> set(connection, scope));
    }

    /** Reads the answer to its end: taking only its first part would leave the connection in the middle of it. */
    private static Mono<Void> set(Connection connection, Scope scope) {
        return Flux.from(connection
                        .createStatement(SET)
                        .bind(0, scope.personSetting())
                        .bind(1, scope.rootsSetting())
                        .execute())
                .flatMap(Result::getRowsUpdated)
                .then();
    }

    private static Mono<Scope> scope() {
        return Mono.deferContextual(context -> context.hasKey(Scope.class)
                ? Mono.just(context.get(Scope.class))
                : ReactiveSecurityContextHolder.getContext()
                        .flatMap(security -> Mono.justOrEmpty(security.getAuthentication()))
                        .flatMap(authentication -> Mono.justOrEmpty(authentication.getPrincipal()))
                        .ofType(Scope.Holder.class)
                        .map(Scope.Holder::scope)
                        .defaultIfEmpty(Scope.NOBODY));
    }
}
