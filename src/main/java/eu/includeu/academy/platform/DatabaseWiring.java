package eu.includeu.academy.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
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

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

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
        return () -> options(place.settings());
    }

    /** Of several servers the driver looks for the one that takes writes, again and again until one does. */
    static ConnectionFactoryOptions options(DatabaseSettings settings) {
        var options = ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.DATABASE, settings.name())
                .option(ConnectionFactoryOptions.USER, settings.user())
                .option(ConnectionFactoryOptions.PASSWORD, settings.password())
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, CONNECT_TIMEOUT)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(
                        Option.valueOf("options"),
                        Map.of(
                                "statement_timeout",
                                String.valueOf(settings.statementTimeout().toMillis()),
                                "timezone",
                                "UTC"));
        return settings.isSeveral()
                ? options.option(ConnectionFactoryOptions.PROTOCOL, "failover")
                        .option(ConnectionFactoryOptions.HOST, settings.hosts())
                        .option(PostgresqlConnectionFactoryProvider.TARGET_SERVER_TYPE, TargetServerType.PRIMARY)
                        .option(PostgresqlConnectionFactoryProvider.HOST_RECHECK_TIME, Duration.ZERO)
                        .build()
                : options.option(ConnectionFactoryOptions.HOST, String.valueOf(settings.host()))
                        .option(ConnectionFactoryOptions.PORT, settings.port())
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
        var replica = new Replica(
                where,
                first.getConnectionFactoryOptions(),
                options(settings.at(String.valueOf(where.host()), where.port())),
                settings.connections());
        meters.ifAvailable(figures -> figures.gauge("academy.replica.near", replica, near -> near.isNear() ? 1 : 0));
        return replica;
    }

    @Bean
    Reserve reserve(R2dbcConnectionDetails first) {
        return new Reserve(first.getConnectionFactoryOptions());
    }

    /** Statements and transactions go through the same lines, or one would not find the other's connection. */
    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections, Reserve reserve, Replica replica) {
        return DatabaseClient.create(new Lines(connections, reserve, replica));
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
