package eu.includeu.academy.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/** Requests that were answered from other threads do not pile up behind the connection on which they came. */
class KeptConnectionsTest {

    private static final int CONNECTIONS = 16;
    private static final int REQUESTS = 30_000;

    @Test
    void holdsNoRequestThatIsAnswered() {
        Set<Channel> channels = ConcurrentHashMap.newKeySet();
        var server = new KeptConnections()
                .apply(HttpServer.create())
                .port(0)
                .doOnConnection(connection -> channels.add(connection.channel()))
                .handle((request, response) ->
                        response.sendString(Mono.just("here").publishOn(Schedulers.boundedElastic())))
                .bindNow();
        var connections = ConnectionProvider.create("kept", CONNECTIONS);
        try {
            var client = HttpClient.create(connections).port(server.port());
            var answers = Flux.range(0, REQUESTS)
                    .flatMap(
                            number -> client.get()
                                    .uri("/")
                                    .responseContent()
                                    .aggregate()
                                    .asString(),
                            CONNECTIONS)
                    .filter("here"::equals)
                    .count()
                    .block(Duration.ofSeconds(60));

            assertThat(answers).isEqualTo(REQUESTS);
            assertThat(channels).hasSize(CONNECTIONS);
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(channels)
                    .allSatisfy(channel ->
                            assertThat(ChannelOperations.get(channel)).isNull()));
        } finally {
            connections.dispose();
            server.disposeNow();
        }
    }
}
