package eu.includeu.academy.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Asks a server over kept connections, each following a {@link Walk} of its own: as fast as it answers, or at a rate that
 * is kept whatever it does. At a rate, the time of an answer counts from when it was due to be asked, so that a server
 * that stands still is not spared the questions it held up (Tene's "coordinated omission").
 */
public final class Load implements AutoCloseable {

    private static final int LARGEST = 64 << 20;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final int port;

    public Load(int port) {
        this.port = port;
    }

    /** As fast as it answers. */
    public Measured flatOut(List<? extends Walk> walks, Duration time) throws InterruptedException {
        return run(walks, time, 0);
    }

    /** At so many questions a second, all connections together. */
    public Measured atRate(List<? extends Walk> walks, Duration time, double perSecond) throws InterruptedException {
        return run(walks, time, perSecond);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private Measured run(List<? extends Walk> walks, Duration time, double perSecond) throws InterruptedException {
        var tally = new Tally(walks.size(), time);
        var bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class);
        var between = perSecond == 0 ? 0 : (long) (walks.size() * 1e9 / perSecond);
        var channels = new ArrayList<Channel>();
        for (var at = 0; at < walks.size(); at++) {
            var asker = new Asker(walks.get(at), tally, between, between * at / walks.size());
            channels.add(bootstrap
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), asker);
                        }
                    })
                    .connect("127.0.0.1", port)
                    .sync()
                    .channel());
        }
        tally.begin();
        channels.forEach(channel -> channel.pipeline().fireUserEventTriggered(Asker.GO));
        tally.await();
        channels.forEach(channel -> channel.close().syncUninterruptibly());
        return tally.measured();
    }

    /** What all connections have seen; touched by the one thread of the loop, except to wait for its end. */
    private static final class Tally {

        private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
        private final HashMap<String, Integer> wrong = new HashMap<>();
        private final CountDownLatch left;
        private final Duration time;
        private volatile long began;
        private volatile long end;
        private long counted;

        Tally(int connections, Duration time) {
            this.left = new CountDownLatch(connections);
            this.time = time;
        }

        void begin() {
            began = System.nanoTime();
            end = began + time.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() >= end;
        }

        void right(long nanos, boolean counts) {
            micros.recordValue(Math.min(nanos / 1_000, micros.getHighestTrackableValue()));
            counted += counts ? 1 : 0;
        }

        void wrong(String what) {
            wrong.merge(what, 1, Integer::sum);
        }

        void await() throws InterruptedException {
            if (!left.await(time.toSeconds() + 60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " connections got no answer within a minute");
            }
        }

        Measured measured() {
            var seconds = (System.nanoTime() - began) / 1e9;
            return new Measured(
                    counted / seconds,
                    micros.getValueAtPercentile(50) / 1e6,
                    micros.getValueAtPercentile(99) / 1e6,
                    wrong);
        }
    }

    /** One connection. */
    private static final class Asker extends SimpleChannelInboundHandler<FullHttpResponse> {

        private static final Object GO = new Object();

        private final Walk walk;
        private final Tally tally;
        private final long between;
        private final long shift;
        private long due;
        private boolean ended;

        Asker(Walk walk, Tally tally, long between, long shift) {
            this.walk = walk;
            this.tally = tally;
            this.between = between;
            this.shift = shift;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            due = System.nanoTime() + shift;
            askWhenDue(context);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            var reply = reply(response);
            if (walk.accepts(reply)) {
                tally.right(System.nanoTime() - due, walk.counts());
            } else {
                tally.wrong(reply.status() + " "
                        + reply.body().substring(0, Math.min(120, reply.body().length())));
            }
            due = between == 0 ? System.nanoTime() : due + between;
            askWhenDue(context);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!ended) {
                tally.wrong("closed");
                end();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            tally.wrong(String.valueOf(cause));
            end();
            context.close();
        }

        private void askWhenDue(ChannelHandlerContext context) {
            if (tally.isOver()) {
                end();
                return;
            }
            var wait = due - System.nanoTime();
            if (between > 0 && wait > 0) {
                context.executor().schedule(() -> ask(context), wait, TimeUnit.NANOSECONDS);
            } else {
                ask(context);
            }
        }

        private void ask(ChannelHandlerContext context) {
            var call = walk.next();
            var body = Unpooled.wrappedBuffer(call.bytes());
            var request = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), call.path(), body);
            request.headers().set("Host", "localhost");
            if (call.body() != null) {
                request.headers().set("Content-Type", "application/x-www-form-urlencoded");
                request.headers().setInt("Content-Length", body.readableBytes());
            }
            call.headers().forEach(request.headers()::set);
            context.writeAndFlush(request);
        }

        private void end() {
            if (!ended) {
                ended = true;
                tally.left.countDown();
            }
        }

        private static Reply reply(FullHttpResponse response) {
            var headers = new HashMap<String, String>();
            response.headers().forEach(entry -> headers.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
            return new Reply(
                    response.status().code(), headers, response.content().toString(StandardCharsets.UTF_8));
        }
    }
}
