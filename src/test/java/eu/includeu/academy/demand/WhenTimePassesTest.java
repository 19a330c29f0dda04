package eu.includeu.academy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Counting everything anew leaves others their turn. */
class WhenTimePassesTest {

    private static final Duration TOOK = Duration.ofSeconds(2);

    @Test
    void restsAfterEachTurnForSomeTimesWhatItTook() {
        var begun = new ArrayList<Duration>();
        StepVerifier.withVirtualTime(() -> WhenTimePasses.inTurns(Mono.defer(() -> {
                    begun.add(Duration.ofMillis(Schedulers.parallel().now(TimeUnit.MILLISECONDS)));
                    return Mono.delay(TOOK).thenReturn(begun.size() < 4 ? 500L : 0L);
                })))
                .thenAwait(Duration.ofHours(1))
                .verifyComplete();
        assertThat(begun).hasSize(4);
        for (var turn = 1; turn < begun.size(); turn++) {
            assertThat(begun.get(turn).minus(begun.get(turn - 1)))
                    .isEqualTo(TOOK.multipliedBy(WhenTimePasses.REST + 1));
        }
    }

    @Test
    void endsAtOnceWhenNothingIsDue() {
        StepVerifier.create(WhenTimePasses.inTurns(Mono.just(0L)))
                .expectComplete()
                .verify(Duration.ofSeconds(2));
    }
}
