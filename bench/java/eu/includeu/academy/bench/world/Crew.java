package eu.includeu.academy.bench.world;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** As many workers as there are cores, each with a tool of its own, who take one piece of work after the other. */
final class Crew {

    /** What a worker does with a tool and a piece of work. */
    interface Task<T, W> {
        void work(T tool, W piece) throws Exception;
    }

    private Crew() {}

    static <T extends AutoCloseable, W> void each(List<W> pieces, Callable<T> tools, Task<T, W> task) throws Exception {
        var workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(workers);
        try {
            var done = IntStream.range(0, workers)
                    .mapToObj(worker -> pool.submit(() -> work(pieces, tools, task, next)))
                    .toList();
            for (var each : done) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T extends AutoCloseable, W> Void work(
            List<W> pieces, Callable<T> tools, Task<T, W> task, AtomicInteger next) throws Exception {
        try (var tool = tools.call()) {
            for (var at = next.getAndIncrement(); at < pieces.size(); at = next.getAndIncrement()) {
                task.work(tool, pieces.get(at));
            }
            return null;
        } catch (Exception failed) {
            next.set(pieces.size());
            throw failed;
        }
    }
}
