package eu.includeu.academy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stopping a node behind a proxy. */
class FarewellTest {

    @Test
    void keepsTheDoorsOpenUntilTheProxyHasNoticed() throws InterruptedException {
        var farewell = new Farewell(settings(Duration.ofMillis(300)));
        farewell.start();
        var began = System.nanoTime();
        var closed = new CountDownLatch(1);
        farewell.stop(closed::countDown);
        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(farewell.isRunning()).isFalse();
    }

    private static GateSettings settings(Duration farewell) {
        var second = Duration.ofSeconds(1);
        return new GateSettings(1, 1, 1, second, second, second, second, second, farewell);
    }
}
