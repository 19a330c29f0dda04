package eu.includeu.academy.gate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * How long a request may take to arrive: its head from the first byte on, then its body. A time for each byte would not
 * do: one byte a second would keep a connection for ever. Forms are timed by {@link WholeForms}; files may take twice as
 * long.
 */
@Component
class Deadlines implements NettyServerCustomizer {

    private final GateSettings settings;

    Deadlines(GateSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.requestTimeout(settings.body().multipliedBy(2))
                .doOnChannelInit((observer, channel, remote) -> watch(channel, settings.head()));
    }

    private static void watch(Channel channel, Duration most) {
        var pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            var head = new Head(most);
            pipeline.addBefore(NettyPipeline.HttpCodec, "academy.bytes", head);
            pipeline.addAfter(NettyPipeline.HttpCodec, "academy.head", head.read());
        }
    }

    /** Sees the bytes before they are understood, and closes the connection when they make no head in time. */
    private static final class Head extends ChannelInboundHandlerAdapter {

        private final Duration most;
        private boolean expected = true;
        private @Nullable Future<?> end;

        Head(Duration most) {
            this.most = most;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (expected && end == null) {
                end = context.executor().schedule(() -> context.close(), most.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            arrived();
            context.fireChannelInactive();
        }

        /** Behind the codec: what was understood. */
        ChannelInboundHandlerAdapter read() {
            return new ChannelInboundHandlerAdapter() {

                @Override
                public void channelRead(ChannelHandlerContext context, Object part) {
                    if (part instanceof HttpRequest) {
                        arrived();
                        expected = false;
                    }
                    if (part instanceof LastHttpContent) {
                        expected = true;
                    }
                    context.fireChannelRead(part);
                }
            };
        }

        private void arrived() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}
