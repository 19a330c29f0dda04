package eu.includeu.academy.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server that follows the first one, with the same database and the same roles, for pages that everyone may read.
 *
 * @param host where it is, or null for none
 * @param port its port
 * @param lag how far behind it may be and still be asked
 */
@ConfigurationProperties("academy.database.replica")
record ReplicaSettings(
        @Nullable String host,
        @DefaultValue("5432") int port,
        @DefaultValue("3s") Duration lag) {

    boolean isThere() {
        return host != null && !host.isBlank();
    }
}
