package eu.includeu.academy.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use. With no host, the academy starts one of its own in {@code directory}.
 *
 * @param host where the server is, or null for one of our own; of several, parted by commas and each with a port of its
 *     own if it has one ({@code a,b:5433}), the one that takes writes is used
 * @param port its port
 * @param name the database
 * @param user the runtime role: owns nothing, and row-level security binds it
 * @param password of the runtime role
 * @param owner the role that owns the tables and runs the migrations
 * @param ownerPassword of the owner
 * @param directory where our own server keeps its data
 * @param connections how many connections a node holds at most
 * @param statementTimeout how long one statement may take
 */
@ConfigurationProperties("academy.database")
public record DatabaseSettings(
        @Nullable String host,
        @DefaultValue("5432") int port,
        @DefaultValue("academy") String name,
        @DefaultValue("academy_runtime") String user,
        @DefaultValue("academy") String password,
        @DefaultValue("academy_owner") String owner,
        @DefaultValue("academy") String ownerPassword,
        @DefaultValue("data/postgresql") Path directory,
        @DefaultValue("16") int connections,
        @DefaultValue("10s") Duration statementTimeout) {

    /** Whether the academy starts a server of its own. */
    public boolean isOwn() {
        return host == null || host.isBlank();
    }

    DatabaseSettings at(String where, int listening) {
        return new DatabaseSettings(
                where, listening, name, user, password, owner, ownerPassword, directory, connections, statementTimeout);
    }

    /** Whether there are several servers, of which one takes writes. */
    boolean isSeveral() {
        return host != null && host.contains(",");
    }

    /** The servers as both drivers read them, each with its port. */
    String hosts() {
        return Arrays.stream(String.valueOf(host).split(","))
                .map(String::strip)
                .map(one -> isSeveral() && one.contains(":") ? one : one + ":" + port)
                .collect(Collectors.joining(","));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts() + "/" + name + (isSeveral() ? "?targetServerType=primary" : "");
    }
}
