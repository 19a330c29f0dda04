package eu.includeu.academy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Counting everything anew leaves others their turn. */
class WhenTimePassesTest {

    private static final Duration TOOK = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void restsAfterEachTurnForSomeTimesWhatItTook() {
        var begun = new ArrayList<Long>();
        var work = Mono.defer(() -> {
            begun.add(System.nanoTime());
            return Mono.delay(TOOK).thenReturn(begun.size() < 4 ? 500L : 0L);
        });
        WhenTimePasses.inTurns(work).block(PATIENCE);
        assertThat(begun).hasSize(4);
        for (var turn = 1; turn < begun.size(); turn++) {
            // a timer counts whole milliseconds
            assertThat(Duration.ofNanos(begun.get(turn) - begun.get(turn - 1)).plusMillis(WhenTimePasses.REST + 1))
                    .isGreaterThanOrEqualTo(TOOK.multipliedBy(WhenTimePasses.REST + 1));
        }
    }

    @Test
    void endsWhenNothingIsDue() {
        WhenTimePasses.inTurns(Mono.just(0L)).block(PATIENCE);
    }
}
