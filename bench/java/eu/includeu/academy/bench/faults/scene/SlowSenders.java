package eu.includeu.academy.bench.faults.scene;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Connections that send a few bytes a second, and never a whole request. */
public final class SlowSenders implements AutoCloseable {

    private static final String HOST = "Host: localhost\r\n";
    private static final String FORM =
            "POST /sign-in HTTP/1.1\r\n" + HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

    /** What is sent slowly. */
    private enum Kind {
        HEAD("GET / HTTP/1.1\r\n" + HOST, "X-Slow: 1\r\n"),
        BODY(FORM + "Content-Length: 4000\r\n\r\nemail=", "a"),
        CHUNKS(FORM + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n");

        private final byte[] beginning;
        private final byte[] drop;

        Kind(String beginning, String drop) {
            this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
            this.drop = drop.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final int port;
    private final Queue<Sender> senders = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile int cutOff;
    private volatile boolean over;

    /** @param each of slow heads, slow bodies and slow chunks */
    public SlowSenders(int port, int each) throws IOException {
        this.port = port;
        for (var kind : Kind.values()) {
            for (var number = 0; number < each; number++) {
                senders.add(new Sender(kind));
            }
        }
        this.thread = new Thread(this::drip, "slow senders");
        thread.setDaemon(true);
        thread.start();
    }

    /** How often the server lost patience with one. */
    public int cutOff() {
        return cutOff;
    }

    /** How many it still bears. */
    public int open() {
        return (int) senders.stream().filter(sender -> !sender.closed).count();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join(TimeUnit.SECONDS.toMillis(10));
        senders.forEach(Sender::hangUp);
    }

    private void drip() {
        while (!over) {
            for (var sender : List.copyOf(senders)) {
                if (!sender.closed && sender.isCutOff()) {
                    cutOff++;
                }
            }
            Crowd.sleep(Duration.ofMillis(500));
        }
    }

    private final class Sender {

        private final Kind kind;
        private final Socket socket;
        private volatile boolean closed;

        Sender(Kind kind) throws IOException {
            this.kind = kind;
            this.socket = new Socket("localhost", port);
            socket.setSoTimeout(1);
            socket.getOutputStream().write(kind.beginning);
        }

        boolean isCutOff() {
            try {
                socket.getOutputStream().write(kind.drop);
                while (socket.getInputStream().read() >= 0) {
                    // an answer such as 408 comes before the end
                }
                closed = true;
            } catch (SocketTimeoutException stillOpen) {
                closed = false;
            } catch (IOException broken) {
                closed = true;
            }
            return closed;
        }

        void hangUp() {
            try {
                socket.close();
            } catch (IOException gone) {
                closed = true;
            }
        }
    }
}
