package eu.includeu.academy.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One group of settings, from which the application, the migrations and the pool learn where the database is. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties({DatabaseSettings.class, ReplicaSettings.class})
class DatabaseWiring {

    /** Where the database really is: the configured server, or our own once it has started. */
    record Place(DatabaseSettings settings, AutoCloseable server) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    @Bean
    Place place(DatabaseSettings settings) {
        if (!settings.isOwn()) {
            return new Place(settings, () -> {});
        }
        var embedded = EmbeddedDatabase.start(settings);
        return new Place(settings.at("127.0.0.1", embedded.port()), embedded);
    }

    @Bean
    R2dbcConnectionDetails r2dbcConnectionDetails(Place place) {
        var settings = place.settings();
        return () -> ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, String.valueOf(settings.host()))
                .option(ConnectionFactoryOptions.PORT, settings.port())
                .option(ConnectionFactoryOptions.DATABASE, settings.name())
                .option(ConnectionFactoryOptions.USER, settings.user())
                .option(ConnectionFactoryOptions.PASSWORD, settings.password())
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(
                        Option.valueOf("options"),
                        Map.of(
                                "statement_timeout",
                                String.valueOf(settings.statementTimeout().toMillis()),
                                "timezone",
                                "UTC"))
                .build();
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(Place place) {
        return new JdbcAsOwner(place.settings());
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(Place place) {
        return new FlywayAsOwner(place.settings());
    }

    @Bean
    FlywayConfigurationCustomizer runtimeRole(Place place) {
        return flyway -> flyway.placeholders(Map.of("runtime", place.settings().user()));
    }

    /** Inside the pool, so that what it hands out and takes back is scoped. */
    @Bean
    ConnectionFactoryDecorator scoped() {
        return ScopedConnections::new;
    }

    @Bean
    Replica replica(
            ReplicaSettings where,
            DatabaseSettings settings,
            R2dbcConnectionDetails first,
            ObjectProvider<MeterRegistry> meters) {
        var replica = new Replica(where, first.getConnectionFactoryOptions(), settings.connections());
        meters.ifAvailable(figures -> figures.gauge("academy.replica.near", replica, near -> near.isNear() ? 1 : 0));
        return replica;
    }

    /** Statements and transactions go through the same lines, or one would not find the other's connection. */
    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections, Replica replica) {
        return DatabaseClient.create(replica.beside(connections));
    }

    @Bean
    ReactiveTransactionManager connectionFactoryTransactionManager(DatabaseClient db) {
        return new R2dbcTransactionManager(db.getConnectionFactory());
    }

    /** Migrations run as the owner of the tables; nothing else does. */
    record FlywayAsOwner(DatabaseSettings settings) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return settings.owner();
        }

        @Override
        public String getPassword() {
            return settings.ownerPassword();
        }

        @Override
        public String getJdbcUrl() {
            return settings.jdbcUrl();
        }
    }

    /** Spring Boot asks for these too, or Flyway backs off without a word. */
    record JdbcAsOwner(DatabaseSettings settings) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return settings.owner();
        }

        @Override
        public String getPassword() {
            return settings.ownerPassword();
        }

        @Override
        public String getJdbcUrl() {
            return settings.jdbcUrl();
        }
    }
}
