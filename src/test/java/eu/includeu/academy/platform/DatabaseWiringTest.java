package eu.includeu.academy.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Connections outlive those who asked on them. */
@SpringJUnitConfig(
        classes = DatabaseWiring.class,
        initializers = {ConfigDataApplicationContextInitializer.class, TestDatabase.class})
@ImportAutoConfiguration(R2dbcAutoConfiguration.class)
class DatabaseWiringTest {

    private static final int CONNECTIONS = 16;

    @Autowired
    private ConnectionFactory connections;

    /** A page that is closed in the right moment leaves such a connection behind; the next one's writing would be lost. */
    @Test
    void endsATransactionThatWasLeftOpenBeforeAnybodyElseAsksInIt() {
        asked("begin read only");
        assertThat(asked("show transaction_read_only")).isEqualTo(Collections.nCopies(CONNECTIONS, "off"));
    }

    /** The same question on every connection of the pool at once. */
    private List<String> asked(String statement) {
        return requireNonNull(Flux.range(0, CONNECTIONS)
                .flatMap(n -> Mono.from(connections.create()), CONNECTIONS)
                .collectList()
                .flatMapMany(all -> Flux.fromIterable(all)
                        .concatMap(connection -> Flux.from(
                                        connection.createStatement(statement).execute())
                                .concatMap(DatabaseWiringTest::text))
                        .concatWith(Flux.fromIterable(all)
                                .concatMap(connection -> Mono.from(connection.close()))
                                .cast(String.class)))
                .collectList()
                .block());
    }

    private static Flux<String> text(Result result) {
        return Flux.from(result.map(row -> String.valueOf(row.get(0))));
    }
}
