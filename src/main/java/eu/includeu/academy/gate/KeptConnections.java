package eu.includeu.academy.gate;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/**
 * A connection that is kept ends each request before it takes the next. Otherwise a request that was answered from another
 * thread may still stand there when the next one comes, is taken for its connection, and is held by it for as long as the
 * connection lives (decision 8).
 */
@Component
class KeptConnections implements NettyServerCustomizer {

    /** Read once, when the first connection comes; the network layer has no other way to be told. */
    private static final String END_FIRST = "reactor.netty.http.server.lastFlushWhenNoRead";

    @Override
    public HttpServer apply(HttpServer server) {
        System.setProperty(END_FIRST, "true");
        return server;
    }
}
