package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where the database is, as both drivers are told. */
class DatabaseSettingsTest {

    @Test
    void namesOneServer() {
        var settings = at("db.example");
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/academy");
        assertThat(DatabaseWiring.options(settings).getValue(ConnectionFactoryOptions.HOST))
                .isEqualTo("db.example");
    }

    @Test
    void looksForTheOneOfSeveralThatTakesWrites() {
        var settings = at("one.example, two.example:5433");
        assertThat(settings.jdbcUrl())
                .isEqualTo("jdbc:postgresql://one.example:5432,two.example:5433/academy?targetServerType=primary");
        var options = DatabaseWiring.options(settings);
        assertThat(options.getValue(ConnectionFactoryOptions.PROTOCOL)).isEqualTo("failover");
        assertThat(options.getValue(ConnectionFactoryOptions.HOST)).isEqualTo("one.example:5432,two.example:5433");
        assertThat(options.getValue(PostgresqlConnectionFactoryProvider.TARGET_SERVER_TYPE))
                .isEqualTo(TargetServerType.PRIMARY);
    }

    private static DatabaseSettings at(String host) {
        return new DatabaseSettings(
                host,
                5432,
                "academy",
                "academy_runtime",
                "secret",
                "academy_owner",
                "secret",
                Path.of("unused"),
                16,
                Duration.ofSeconds(10));
    }
}
