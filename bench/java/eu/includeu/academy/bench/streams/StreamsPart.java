package eu.includeu.academy.bench.streams;

import eu.includeu.academy.bench.Notes;
import eu.includeu.academy.bench.Part;
import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Running;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.bench.routes.Person;
import eu.includeu.academy.bench.streams.Changing.Coordinator;
import eu.includeu.academy.bench.streams.Watchers.Seat;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What thousands of open overviews cost one node: the memory of each, the time from a change to the screen, the processor
 * time of each piece that is sent, and whether all of it is given back. First with all streams at the few desks that answer
 * for one authority, then at all desks there are.
 */
public final class StreamsPart implements Part {

    private static final int STREAMS = Integer.getInteger("streams", 5_000);
    /** So often something is changed, but no oftener than {@link #AT_LEAST} when it has taken long. */
    private static final int CHANGES = 5;

    private static final int AT_LEAST = 3;
    private static final Duration LONG = Duration.ofSeconds(45);

    /** Longer than the academy waits between two pieces, so that each change is told by itself. */
    private static final Duration BETWEEN = Duration.ofMillis(2_500);

    private static final Duration IDLE = Duration.ofSeconds(22);

    /** Somebody changes something. */
    private interface Change {
        void make(int turn) throws SQLException, IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public void measure(Size size, Results results) throws Exception {
        try (var running = Running.start(size, List.of())) {
            var changing = new Changing(running.owner(), running.port());
            var busiest = changing.busiest();
            var notes = new Notes();
            var near = seats(running.owner(), changing.over(busiest), coordinator -> busiest);
            var everybody = changing.all();
            var far = seats(running.owner(), everybody, Coordinator::authority);
            var desks = everybody.stream()
                    .limit(STREAMS)
                    .map(Coordinator::authority)
                    .distinct()
                    .toList();
            notes.add("desks", "overviews", desks.size());
            warm(running, near.subList(0, Math.min(200, near.size())), changing, busiest);
            memory(running, near, notes);
            watch(running, near, "one change", turn -> changing.finishLesson(busiest), notes);
            watch(running, far, "change everywhere", turn -> changing.touch(desks, turn % 2 == 0), notes);
            results.keep(name(), size, notes.figures());
        }
    }

    /** Code and caches, before anything is counted. */
    private static void warm(Running running, List<Seat> seats, Changing changing, UUID authority) throws Exception {
        for (var turn = 0; turn < 3; turn++) {
            try (var watchers = new Watchers()) {
                watchers.open(running.port(), seats);
                watchers.begin();
                changing.finishLesson(authority);
                right(watchers.await(seats.size()), seats.size());
            }
        }
    }

    /** What each stream holds while it is open, and what is left of all when they have gone. */
    private static void memory(Running running, List<Seat> seats, Notes notes)
            throws IOException, InterruptedException {
        for (var turn = 0; turn < 3; turn++) {
            var heap = running.kilobytesNeeded();
            var resident = running.megabytes() * 1_024;
            var before = System.nanoTime();
            try (var watchers = new Watchers()) {
                watchers.open(running.port(), seats);
                notes.add("all open after", "s", (System.nanoTime() - before) / 1e9);
                notes.add("open and right", "streams", watchers.open());
                notes.add("heap of a stream", "kB", (running.kilobytesNeeded() - heap) / seats.size());
                notes.add("resident memory of a stream", "kB", (running.megabytes() * 1_024 - resident) / seats.size());
                var spent = running.nodeMillis();
                TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
                notes.add(
                        "node while nothing changes",
                        "ms of processor a second",
                        (running.nodeMillis() - spent) / IDLE.toSeconds());
            }
            TimeUnit.SECONDS.sleep(3);
            notes.add("heap left of a stream", "kB", (running.kilobytesNeeded() - heap) / seats.size());
        }
    }

    private static void watch(Running running, List<Seat> seats, String what, Change change, Notes notes)
            throws Exception {
        var heap = running.kilobytesNeeded();
        try (var watchers = new Watchers()) {
            watchers.open(running.port(), seats);
            var enough = System.nanoTime() + LONG.toNanos();
            for (var turn = 0; turn < CHANGES && (turn < AT_LEAST || System.nanoTime() < enough); turn++) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
                var node = running.nodeMillis();
                var database = running.databaseMillis();
                watchers.begin();
                change.make(turn);
                var wave = right(watchers.await(seats.size()), seats.size());
                notes.add(what + " to the middle screen", "s", wave.middle());
                notes.add(what + " to the last screen", "s", wave.last());
                notes.add(what + " node", "ms of processor a piece", (running.nodeMillis() - node) / wave.told());
                notes.add(
                        what + " database",
                        "ms of processor a piece",
                        (running.databaseMillis() - database) / wave.told());
                notes.add(what + " heap of a stream", "kB", (running.kilobytesNeeded() - heap) / seats.size());
            }
        }
    }

    private static Watchers.Wave right(Watchers.Wave wave, int expected) {
        if (wave.told() != expected || wave.wrong() != 0) {
            throw new IllegalStateException(
                    "Of " + expected + " streams " + wave.told() + " were told, " + wave.wrong() + " wrongly");
        }
        return wave;
    }

    /** So many streams, the coordinators in turn, each signed in once for each. */
    private static List<Seat> seats(Connection owner, List<Coordinator> all, Function<Coordinator, UUID> changed)
            throws SQLException {
        var seats = new ArrayList<Seat>();
        owner.setAutoCommit(false);
        for (var at = 0; at < STREAMS; at++) {
            var coordinator = all.get(at % all.size());
            seats.add(new Seat(
                    Person.signIn(owner, coordinator.account()).get("/overview/changes?country=&theme="),
                    "hx-target=\"#body-" + changed.apply(coordinator) + "\""));
        }
        owner.setAutoCommit(true);
        return List.copyOf(seats);
    }
}
