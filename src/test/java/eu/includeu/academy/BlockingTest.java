package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the tests refuse on threads that must not wait, and that refusing breaks nothing. */
class BlockingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void refusesToSleepAndToWaitForAnAnswer() {
        var never = new CompletableFuture<String>();
        assertThatThrownBy(() -> on(Schedulers.parallel(), () -> sleep(10)).join())
                .hasRootCauseInstanceOf(BlockingOperationError.class);
        assertThatThrownBy(() -> on(Schedulers.parallel(), never::join).join())
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void letsALockBeWaitedForAndPassedOn() {
        var lock = new ReentrantLock();
        lock.lock();
        var first = on(Schedulers.parallel(), () -> passThrough(lock));
        while (!lock.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        var second = on(Schedulers.boundedElastic(), () -> passThrough(lock));
        while (lock.getQueueLength() < 2) {
            Thread.onSpinWait();
        }
        lock.unlock();
        assertThat(first).succeedsWithin(SOON);
        assertThat(second).succeedsWithin(SOON);
    }

    @Test
    void letsAStampedLockBeWaitedFor() {
        var lock = new StampedLock();
        var stamp = lock.writeLock();
        var waiting = on(Schedulers.parallel(), () -> lock.unlockWrite(lock.writeLock()));
        sleep(100);
        lock.unlockWrite(stamp);
        assertThat(waiting).succeedsWithin(SOON);
    }

    /** Whoever stops listening to a clock takes its entry out of the scheduler's queue, which others are at work in. */
    @Test
    void letsManyStopListeningToTheSameClocks() {
        var clocks = Schedulers.newParallel("clocks", 2);
        var listeners = Schedulers.newParallel("listeners", 4);
        var rounds = IntStream.range(0, 400)
                .mapToObj(round -> on(listeners, () -> IntStream.range(0, 50)
                        .mapToObj(each -> Flux.interval(Duration.ofMillis(1), clocks)
                                .onBackpressureDrop()
                                .subscribe())
                        .toList()
                        .forEach(Disposable::dispose)))
                .toArray(CompletableFuture[]::new);
        assertThat(CompletableFuture.allOf(rounds)).succeedsWithin(SOON);
        clocks.dispose();
        listeners.dispose();
    }

    private static CompletableFuture<Void> on(Scheduler scheduler, Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(scheduler).toFuture();
    }

    private static void passThrough(ReentrantLock lock) {
        lock.lock();
        lock.unlock();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
