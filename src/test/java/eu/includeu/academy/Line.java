package eu.includeu.academy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to a server that can go dead without a word, as when a switch fails: bytes are swallowed, nobody is told, and
 * connections that lived through it stay dead for good. Those made after it was mended work.
 */
public final class Line implements AutoCloseable {

    private static final long A_MOMENT = 5_000_000;
    private static final int PIECE = 16_384;

    private final int target;
    private final ServerSocket door;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    private Line(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    }

    /** A line to this port of the same machine. */
    public static Line to(int port) throws IOException {
        var line = new Line(port);
        begin(line::accept);
        return line;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nothing comes through, and nothing says so. */
    public void cut() {
        cut = true;
        connections.forEach(Connection::die);
    }

    /** From now on new connections work. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        connections.forEach(Connection::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                while (cut && !door.isClosed()) {
                    LockSupport.parkNanos(A_MOMENT);
                }
                connections.add(Connection.between(caller, target));
            } catch (IOException closed) {
                // either the door was closed, or the server behind it is away: the caller's connection is refused
            }
        }
    }

    private static void begin(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection through the line: two sockets, and a thread for each direction. */
    private static final class Connection {

        private final Socket caller;
        private final Socket server;
        private volatile boolean dead;

        private Connection(Socket caller, Socket server) {
            this.caller = caller;
            this.server = server;
        }

        static Connection between(Socket caller, int port) throws IOException {
            try {
                var connection = new Connection(caller, new Socket(InetAddress.getLoopbackAddress(), port));
                begin(() -> connection.pass(connection.caller, connection.server));
                begin(() -> connection.pass(connection.server, connection.caller));
                return connection;
            } catch (IOException refused) {
                caller.close();
                throw refused;
            }
        }

        void die() {
            dead = true;
        }

        private void pass(Socket from, Socket to) {
            var piece = new byte[PIECE];
            try {
                for (var length = 0; length >= 0; length = from.getInputStream().read(piece)) {
                    if (!dead) {
                        to.getOutputStream().write(piece, 0, length);
                    }
                }
            } catch (IOException broken) {
                // the other end is told below
            }
            if (!dead) {
                close();
            }
        }

        void close() {
            for (var socket : new Socket[] {caller, server}) {
                try {
                    socket.close();
                } catch (IOException closed) {
                    // as wanted
                }
            }
        }
    }
}
