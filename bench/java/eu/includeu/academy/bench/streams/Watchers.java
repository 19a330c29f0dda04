package eu.includeu.academy.bench.streams;

import eu.includeu.academy.bench.load.Call;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Open streams, all read by one thread, each of which knows what it was told last, and when. */
final class Watchers implements AutoCloseable {

    private static final int AT_ONCE = Integer.getInteger("atonce", 64);
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Stands in a piece instead of rows, when more have changed than are sent. */
    private static final String MANY = "hx-target=\"#table-again\"";

    /**
     * Who watches.
     *
     * @param open what opens the stream
     * @param sign what stands in each change that this one may be told of
     */
    record Seat(Call open, String sign) {}

    /**
     * What a change brought.
     *
     * @param seconds until each of those who were told had the whole of it, the quickest first
     * @param wrong pieces without what they should hold, and streams that have ended
     */
    record Wave(double[] seconds, int wrong) {

        double middle() {
            return seconds[seconds.length / 2];
        }

        double last() {
            return seconds[seconds.length - 1];
        }

        int told() {
            return seconds.length;
        }
    }

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicInteger wrong = new AtomicInteger();
    private final Semaphore opening = new Semaphore(AT_ONCE);
    private volatile long began;

    /** Opens a stream for each, some at a time, and returns when all of them are heard. */
    void open(int port, List<Seat> seats) throws InterruptedException {
        var bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class);
        for (var seat : seats) {
            if (!opening.tryAcquire(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Streams did not open; " + open() + " did, wrong: " + wrong.get());
            }
            var watcher = new Watcher(seat);
            watchers.add(watcher);
            channels.add(bootstrap
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(new HttpClientCodec(), watcher);
                        }
                    })
                    .connect("127.0.0.1", port)
                    .sync()
                    .channel());
        }
        if (!opening.tryAcquire(AT_ONCE, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Streams did not open; " + open() + " did, wrong: " + wrong.get());
        }
        opening.release(AT_ONCE);
    }

    /** How many streams have answered and are open. */
    int open() {
        return (int) watchers.stream().filter(watcher -> watcher.open).count();
    }

    /** From now on it is counted who is told. */
    void begin() {
        watchers.forEach(watcher -> watcher.told = 0);
        wrong.set(0);
        began = System.nanoTime();
    }

    /** Waits until so many were told, or {@link #PATIENCE}; and a moment more, for those who should not have been. */
    Wave await(int expected) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (told().length < expected && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new Wave(told(), wrong.get());
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        channels.forEach(channel -> channel.closeFuture().syncUninterruptibly());
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private double[] told() {
        return watchers.stream()
                .mapToLong(watcher -> watcher.told)
                .filter(told -> told > 0)
                .sorted()
                .mapToDouble(told -> (told - began) / 1e9)
                .toArray();
    }

    /** One stream. */
    private final class Watcher extends SimpleChannelInboundHandler<HttpObject> {

        private final Seat seat;
        private @Nullable StringBuilder piece;
        private volatile boolean open;
        private volatile long told;

        Watcher(Seat seat) {
            this.seat = seat;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var call = seat.open();
            var request =
                    new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), call.path());
            request.headers().set("Host", "localhost").set("Accept", "text/event-stream");
            call.headers().forEach(request.headers()::set);
            context.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpResponse head) {
                open(head);
            }
            if (message instanceof HttpContent content && content.content().isReadable()) {
                var text = piece == null ? new StringBuilder() : piece;
                var known = Math.max(0, text.length() - 1);
                text.append(content.content().toString(StandardCharsets.UTF_8));
                piece = read(text, known);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (open) {
                open = false;
                wrong.incrementAndGet();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            wrong.incrementAndGet();
            context.close();
        }

        private void open(HttpResponse head) {
            open = head.status().code() == 200
                    && String.valueOf(head.headers().get("Content-Type")).startsWith("text/event-stream");
            wrong.addAndGet(open ? 0 : 1);
            opening.release();
        }

        /** Takes all that is whole, and leaves what has only begun; up to {@code known} nothing ends. */
        private @Nullable StringBuilder read(StringBuilder text, int known) {
            for (var end = text.indexOf("\n\n", known); end >= 0; end = text.indexOf("\n\n")) {
                var event = text.substring(0, end);
                text.delete(0, end + 2);
                if (event.contains("data:")) {
                    told = told == 0 ? System.nanoTime() : told;
                    wrong.addAndGet(isRight(event) ? 0 : 1);
                }
            }
            return text.isEmpty() ? null : text;
        }

        private boolean isRight(String event) {
            return (event.contains(seat.sign()) || event.contains(MANY))
                    && event.contains("hx-target=\"#facts\"")
                    && event.contains("id:");
        }
    }
}
